import type { Pair } from './translate.ts'

/** Why kith refuses what it was asked. Codes, ids and commands stay as they are. */
export const refusals: readonly Pair[] = [
  ['{1} takes no "{2}"; it takes {3}.', '{1} kennt „{2}“ nicht; es nimmt {3}.'],
  // Nothing there.
  [
    'There is no goal {1}; kith goal list shows those there are.',
    'Es gibt kein Ziel {1}; kith goal list zeigt alle.',
  ],
  [
    'There is no goal {1} that counts; kith goal list shows those there are.',
    'Es gibt kein geltendes Ziel {1}; kith goal list zeigt alle.',
  ],
  ['There is no {1} {2}; {3} shows those there are.', '{1} {2} gibt es nicht; {3} zeigt alle.'],
  [
    'There is no {1} {2}; kith notebook <who> shows those there are.',
    '{1} {2} gibt es nicht; kith notebook <who> zeigt alle.',
  ],
  ['action', 'Eine Aktion'],
  ['note', 'Eine Notiz'],
  ['reminder', 'Eine Erinnerung'],
  ['outcome', 'Ein Ergebnis'],
  [
    'There is no outcome {1}; kith outcome list shows those there are.',
    'Es gibt kein Ergebnis {1}; kith outcome list zeigt alle.',
  ],
  [
    'There is no introduction {1}; kith introduction list shows those there are.',
    'Es gibt keine Vorstellung {1}; kith introduction list zeigt alle.',
  ],
  ['There is no import {1}; kith imports lists them.', 'Es gibt keinen Import {1}; kith imports zeigt alle.'],
  [
    'There is no import {1}; it may have been undone. Import the file again.',
    'Es gibt keinen Import {1}; vielleicht wurde er rückgängig gemacht. Importieren Sie die Datei noch einmal.',
  ],
  [
    'There is no token {1}; kith token list shows those there are.',
    'Es gibt kein Token {1}; kith token list zeigt alle.',
  ],
  [
    'There is no playbook {1}; kith playbooks lists those there are.',
    'Es gibt kein Playbook {1}; kith playbooks zeigt alle.',
  ],
  ['There is no preset {1}; there are {2}.', 'Es gibt keine Vorlage {1}; es gibt {2}.'],
  ['There is no source "{1}"; kith knows {2}.', 'Es gibt keine Quelle „{1}“; kith kennt {2}.'],
  ['There is no file {1}.', 'Es gibt keine Datei {1}.'],
  ['There is no file in {1}.', 'In {1} ist keine Datei.'],
  [
    'There is no file or folder {1}; check the spelling.',
    'Es gibt weder Datei noch Ordner {1}; prüfen Sie die Schreibweise.',
  ],
  [
    'There is no line {1} in your lists; kith lists shows them.',
    'Es gibt keine Zeile {1} in Ihren Listen; kith lists zeigt sie.',
  ],
  [
    'There is no person {1} any more; kith people lists those there are.',
    'Die Person {1} gibt es nicht mehr; kith people zeigt alle.',
  ],
  [
    'There is no edit {1}; kith journal lists those there are.',
    'Es gibt keine Änderung {1}; kith journal zeigt alle.',
  ],
  [
    'There is nothing at {1}; /api/v1/openapi.json lists what is.',
    'Unter {1} ist nichts; /api/v1/openapi.json zeigt alles.',
  ],
  ['There is nothing to take back of goal {1}.', 'Beim Ziel {1} ist nichts zurückzunehmen.'],
  ['There is nothing to take back of action {1}.', 'Bei der Aktion {1} ist nichts zurückzunehmen.'],
  ['There is nothing to take back of {1} {2}.', '{1} {2}: hier ist nichts zurückzunehmen.'],
  [
    'There is nothing of yours to take back; kith journal shows all edits.',
    'Von Ihnen ist nichts zurückzunehmen; kith journal zeigt alle Änderungen.',
  ],
  ['Edit {1} is taken back already.', 'Die Änderung {1} ist schon zurückgenommen.'],
  [
    'Nobody you know has the id {1}; kith people shows the ids.',
    'Niemand, den Sie kennen, hat die Nummer {1}; kith people zeigt die Nummern.',
  ],
  ['{1} is nobody you are in touch with.', 'Mit {1} sind Sie nicht in Kontakt.'],
  [
    'You know nobody at "{1}"; kith organisations lists where you know somebody.',
    'Sie kennen niemanden bei „{1}“; kith organisations zeigt, wo Sie jemanden kennen.',
  ],
  [
    '"{1}" fits several organisations: {2} and more; use the number, or the whole name.',
    '„{1}“ passt auf mehrere Organisationen: {2} und weitere; nehmen Sie die Nummer oder den ganzen Namen.',
  ],
  [
    '"{1}" fits several organisations: {2}; use the number, or the whole name.',
    '„{1}“ passt auf mehrere Organisationen: {2}; nehmen Sie die Nummer oder den ganzen Namen.',
  ],
  [
    '{1} is not among their addresses, numbers and profiles: {2}.',
    '{1} ist keine der Adressen, Nummern und Profile: {2}.',
  ],
  [
    'Nobody in these files is {1}; --me takes an address, number, profile or id that is in them, or all.',
    'Niemand in diesen Dateien ist {1}; nehmen Sie eine Adresse, Nummer, ein Profil oder eine Kennung daraus.',
  ],

  // Goals and the plan.
  [
    'A goal has to end after it starts; change starts or ends.',
    'Ein Ziel muss nach seinem Beginn enden; ändern Sie Beginn oder Ende.',
  ],
  [
    'This goal would lie in the past: ends has to be a day to come, or be left out.',
    'Dieses Ziel läge in der Vergangenheit: das Ende muss ein künftiger Tag sein oder fehlen.',
  ],
  [
    'The preset {1} has no goal of {2}; it has {3}.',
    'Die Vorlage {1} hat kein Ziel der Art {2}; sie hat {3}.',
  ],
  [
    'A goal needs a kind and a target, such as "referrals 5", or a preset: kith goal presets lists them.',
    'Ein Ziel braucht eine Art und eine Zahl, etwa „referrals 5“, oder eine Vorlage: kith goal presets zeigt sie.',
  ],
  ['This preset has no goals.', 'Diese Vorlage hat keine Ziele.'],
  [
    'Your goals have ended: change one with kith goal edit, or add one with kith goal add.',
    'Ihre Ziele sind beendet: ändern Sie eines, oder legen Sie eines an.',
  ],
  [
    'Snooze until a day to come, such as "monday".',
    'Verschieben Sie auf einen künftigen Tag, etwa „monday“.',
  ],
  [
    'An outcome lies in the past; put what is to come into a reminder.',
    'Ein Ergebnis liegt in der Vergangenheit; für Künftiges gibt es Erinnerungen.',
  ],
  [
    '"{1}" is no layer: write contacts and minutes a quarter as 15:20, at most {2} contacts and {3} minutes.',
    '„{1}“ ist keine Schicht: schreiben Sie Kontakte und Minuten im Quartal als 15:20, höchstens {2} Kontakte und {3} Minuten.',
  ],
  [
    'The layers count contacts in all, so each goes further than the one before: {1} does not follow {2}.',
    'Die Schichten zählen alle Kontakte, daher reicht jede weiter als die vorige: {1} folgt nicht auf {2}.',
  ],
  [
    'There is no folder for playbooks of your own: set KITH_PLAYBOOKS to one where kith runs.',
    'Es gibt keinen Ordner für eigene Playbooks: setzen Sie KITH_PLAYBOOKS, wo kith läuft.',
  ],
  [
    '{1} came with kith and cannot be deleted; a playbook of your own with this name replaces it.',
    '{1} gehört zu kith und lässt sich nicht löschen; ein eigenes Playbook dieses Namens ersetzt es.',
  ],
  [
    'kith does not know through which mail server to send: kith digest setup --host … --from … --to …',
    'kith weiß nicht, über welchen Mailserver es senden soll: kith digest setup --host … --from … --to …',
  ],
  [
    'The mail server asks for a password: put it into $KITH_SMTP_PASSWORD, kith does not store it.',
    'Der Mailserver verlangt ein Passwort: setzen Sie $KITH_SMTP_PASSWORD, kith speichert es nicht.',
  ],
  ['{1} did not take the digest: {2}', '{1} hat den Wochenbrief nicht angenommen: {2}'],

  [
    'The hours have to end after they begin, such as 09:00-17:00.',
    'Die Stunden müssen nach ihrem Beginn enden, etwa 09:00-17:00.',
  ],

  [
    'A field takes {1} topics at the most, this would make {2}; let go of some first: kith field pick --remove …',
    'Ein Feld fasst höchstens {1} Themen, das wären {2}; lassen Sie zuerst einige los.',
  ],

  // Introductions.
  [
    'That is yourself; name somebody you want to meet.',
    'Das sind Sie selbst; nennen Sie jemanden, den Sie kennenlernen wollen.',
  ],
  [
    'Whom you want to meet and whom you asked are the same person; name two.',
    'Wen Sie kennenlernen wollen und wen Sie gefragt haben, ist dieselbe Person; nennen Sie zwei.',
  ],
  [
    'One of the two is yourself; name whom you want to meet and whom you asked.',
    'Eine der beiden sind Sie selbst; nennen Sie, wen Sie kennenlernen wollen und wen Sie gefragt haben.',
  ],
  [
    'You asked for this introduction already ({1}). When it is decided: kith introduction set {2} made, declined or met',
    'Um diese Vorstellung haben Sie schon gebeten ({1}). Ist sie entschieden: kith introduction set {2} made, declined oder met',
  ],

  // Who is who.
  [
    'kith cannot ask later than it merges; set review below automatic.',
    'kith kann nicht später fragen, als es zusammenführt; stellen Sie das Fragen niedriger als das Zusammenführen.',
  ],
  ['These two are one person already.', 'Diese beiden sind schon eine Person.'],
  [
    'These two are one person; split them instead.',
    'Diese beiden sind eine Person; trennen Sie sie stattdessen.',
  ],
  [
    'Say which of the identities are somebody else’s; at least one has to stay.',
    'Sagen Sie, welche Adressen jemand anderem gehören; mindestens eine muss bleiben.',
  ],
  [
    'One of the two is not known any more; they may have been merged. Look them up again.',
    'Eine der beiden ist nicht mehr bekannt; vielleicht wurden sie zusammengeführt. Suchen Sie noch einmal.',
  ],
  [
    'This is yourself, or somebody whose network is kept here; delete the database to delete that.',
    'Das sind Sie selbst, oder jemand, dessen Netzwerk hier ist; löschen Sie dafür die Datenbank.',
  ],
  [
    'Nothing says who you are. Give at least one of your addresses with --me.',
    'Nichts sagt, wer Sie sind. Nennen Sie wenigstens eine Ihrer Adressen.',
  ],
  [
    'Say who you are with an address, number or profile URL.',
    'Sagen Sie mit einer Adresse, Nummer oder einem Profil, wer Sie sind.',
  ],
  [
    'These files do not say whose they are; say it with --me <address>, or score everybody with --me all.',
    'Diese Dateien sagen nicht, wessen sie sind; sagen Sie es mit --me <address>, oder bewerten Sie alle mit --me all.',
  ],

  // Deleting, backups, files.
  [
    'This deletes {1} with all data and cannot be undone. Confirm it with the full name: kith forget {2}',
    'Das löscht {1} mit allen Daten und lässt sich nicht rückgängig machen. Bestätigen Sie es mit dem ganzen Namen: kith forget {2}',
  ],
  [
    'This deletes {1} and {2} in {3} and cannot be undone; kith backup <file> makes a copy first. Confirm it: {4}',
    'Das löscht {1} und {2} in {3} und lässt sich nicht rückgängig machen; kith backup <file> macht vorher eine Kopie. Bestätigen Sie es: {4}',
  ],
  ['{1} people', '{1} Menschen'],
  ['{1} person', '{1} Mensch'],
  ['{1} interactions', '{1} Kontakte'],
  ['{1} interaction', '{1} Kontakt'],
  [
    '{1} holds {2}, which restoring would replace. Back it up first (kith backup <file>), then add --replace.',
    '{1} enthält {2}; das Wiederherstellen ersetzte es. Sichern Sie es zuerst (kith backup <file>), und fügen Sie dann --replace hinzu.',
  ],
  [
    '{1} holds real data; give the sample a database of its own: kith sample --db sample.db.',
    '{1} enthält echte Daten; geben Sie dem Beispiel eine eigene Datenbank: kith sample --db sample.db.',
  ],
  [
    '{1} has been changed or damaged since it was written. Take another backup.',
    '{1} wurde seit dem Schreiben verändert oder beschädigt. Nehmen Sie eine andere Sicherung.',
  ],
  ['{1} is cut short. Take another backup.', '{1} ist abgeschnitten. Nehmen Sie eine andere Sicherung.'],
  ['{1} is damaged: {2}. Take another backup.', '{1} ist beschädigt: {2}. Nehmen Sie eine andere Sicherung.'],
  [
    '{1} is no backup of a kith database in an SQLite file.',
    '{1} ist keine Sicherung einer kith-Datenbank in einer SQLite-Datei.',
  ],
  [
    '{1} is no backup that kith made of a PostgreSQL database.',
    '{1} ist keine Sicherung, die kith von einer PostgreSQL-Datenbank gemacht hat.',
  ],
  [
    '{1} was made by a newer kith (schema {2}, this one knows {3}). Update kith to restore it.',
    '{1} stammt von einem neueren kith (Schema {2}, dieses kennt {3}). Aktualisieren Sie kith, um sie wiederherzustellen.',
  ],
  [
    'The backup could not be written to {1}: {2}. Choose another place.',
    'Die Sicherung ließ sich nicht nach {1} schreiben: {2}. Wählen Sie einen anderen Ort.',
  ],
  [
    'A database in memory takes no backup; choose a file with --db.',
    'Eine Datenbank im Speicher lässt sich nicht sichern; wählen Sie eine Datei.',
  ],
  [
    '{1} cannot be read; check that the file is yours to read.',
    '{1} ist nicht zu lesen; prüfen Sie, ob Sie die Datei lesen dürfen.',
  ],
  ['{1} cannot be read: {2}.', '{1} ist nicht zu lesen: {2}.'],
  [
    '{1} cannot be written; check that the folder is yours.',
    '{1} ist nicht zu schreiben; prüfen Sie, ob der Ordner Ihnen gehört.',
  ],
  [
    'The disk is full, so {1} is not whole; choose another place with --out.',
    'Der Datenträger ist voll, {1} ist nicht vollständig; wählen Sie einen anderen Ort.',
  ],
  [
    '{1} cannot be written; choose another place with --out.',
    '{1} ist nicht zu schreiben; wählen Sie einen anderen Ort.',
  ],
  ['path: it leads out of the drop.', 'Der Pfad führt aus dem Abgelegten heraus.'],
  ['path: "{1}" is no path within the drop.', '„{1}“ ist kein Pfad im Abgelegten.'],
  [
    'path: "{1}" is too long for a file; give it a shorter name.',
    '„{1}“ ist für eine Datei zu lang; geben Sie ihr einen kürzeren Namen.',
  ],
  [
    'path: "{1}" is a file and a folder in the same drop.',
    '„{1}“ ist im Abgelegten zugleich Datei und Ordner.',
  ],
  [
    'batch: 8 to 64 letters, digits, - or _ name one drop of files.',
    'batch: 8 bis 64 Buchstaben, Ziffern, - oder _ benennen, was abgelegt wird.',
  ],

  // Views, settings, and who may what.
  [
    '{1} views are saved; remove one you do not need first.',
    '{1} Ansichten sind gespeichert; löschen Sie zuerst eine.',
  ],
  [
    'Another view is called {1}; choose another name.',
    'Eine andere Ansicht heißt {1}; wählen Sie einen anderen Namen.',
  ],
  [
    'Stopped. What was done so far is stored; run it again to go on.',
    'Angehalten. Was bisher getan wurde, ist gespeichert; starten Sie es noch einmal, um weiterzumachen.',
  ],
  ['The body is no JSON.', 'Der Inhalt ist kein JSON.'],
  ['The body has to be a JSON object.', 'Der Inhalt muss ein JSON-Objekt sein.'],
  [
    'Uploads are for the page; kith import reads files in the terminal.',
    'Hochladen ist für die Seite; im Terminal liest kith import Dateien.',
  ],
  [
    'kith answers on this machine only: open it as http://127.0.0.1.',
    'kith antwortet nur auf diesem Gerät: öffnen Sie es als http://127.0.0.1.',
  ],
  [
    'Another website asked for your data; kith refused.',
    'Eine andere Website hat nach Ihren Daten gefragt; kith hat abgelehnt.',
  ],
  [
    'kith does not know this token; kith token list shows those there are.',
    'kith kennt dieses Token nicht; kith token list zeigt alle.',
  ],
  [
    'Open kith through its own page, or send a token: kith token add makes one.',
    'Öffnen Sie kith über seine eigene Seite, oder senden Sie ein Token: kith token add macht eines.',
  ],
  [
    'This part of the app is of another version; load the page again.',
    'Dieser Teil der App ist von einer anderen Version; laden Sie die Seite neu.',
  ],
  [
    'The web app is not built; start kith with `npm start`, which builds it.',
    'Die Web-App ist nicht gebaut; starten Sie kith mit `npm start`, das sie baut.',
  ],
  [
    'This cursor is none of kith’s; ask for the list from its start.',
    'Diese Stelle in der Liste ist nicht von kith; fragen Sie von Anfang an.',
  ],
  [
    'This cursor belongs to another question; ask from the start.',
    'Diese Stelle gehört zu einer anderen Frage; fragen Sie von Anfang an.',
  ],
  [
    'Your network has changed since this list began; ask for it from the start.',
    'Ihr Netzwerk hat sich geändert, seit diese Liste begann; fragen Sie von Anfang an.',
  ],
  [
    'Something went wrong inside kith; the terminal it runs in shows what.',
    'In kith ist etwas schiefgegangen; das Terminal, in dem es läuft, zeigt was.',
  ],
  [
    '"{1}" is no time kith understands; write 2026-03-31, "tomorrow", "monday" or "in 3 days".',
    '„{1}“ ist keine Zeit, die kith versteht; schreiben Sie 2026-03-31, „tomorrow“, „monday“ oder „in 3 days“.',
  ],
  ['kith cannot keep data at {1}.', 'kith kann unter {1} keine Daten aufbewahren.'],
]
