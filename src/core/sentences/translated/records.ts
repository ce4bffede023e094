import type { Pair } from './translate.ts'

/** Why a record or a file could not be read, and where it stands. */
export const records: readonly Pair[] = [
  // Where.
  ['file', 'Datei'],
  ['row {1}', 'Zeile {1}'],
  ['line {1}', 'Zeile {1}'],
  ['item {1}', 'Eintrag {1}'],
  ['record {1}', 'Eintrag {1}'],
  ['message {1}', 'Nachricht {1}'],
  ['note {1}', 'Notiz {1}'],
  ['message {1} of conversation {2}', 'Nachricht {1} der Unterhaltung {2}'],
  ['contact {1}', 'Kontakt {1}'],
  ['call {1}', 'Anruf {1}'],
  ['byte {1}', 'Byte {1}'],
  ['folder {1}', 'Ordner {1}'],
  ['event {1} (line {2})', 'Termin {1} (Zeile {2})'],
  ['card {1} (line {2})', 'Karte {1} (Zeile {2})'],
  ['after {1}', 'nach {1}'],

  // The file or what is left of it.
  ['The file is empty.', 'Die Datei ist leer.'],
  ['the file is empty', 'Die Datei ist leer'],
  ['No importer reads this; kith reads: {1}.', 'Das liest kith nicht. Es liest: {1}.'],
  ['No importer reads this either.', 'Auch das liest kith nicht.'],
  [
    'It is the page for browsers that Telegram exports: export again and choose "Machine-readable JSON".',
    'Das ist die Seite für Browser, die Telegram exportiert: exportieren Sie noch einmal und wählen Sie „Maschinenlesbares JSON“.',
  ],
  [
    'It is the page for browsers that Facebook and Instagram export: export again and choose JSON.',
    'Das ist die Seite für Browser, die Facebook und Instagram exportieren: exportieren Sie noch einmal und wählen Sie JSON.',
  ],
  [
    'It is packed as {1}, and kith opens zip archives only; unpack it and import what is in it.',
    'Das ist ein Archiv der Art {1}, und kith öffnet nur Zip-Archive; entpacken Sie es und importieren Sie, was darin ist.',
  ],
  [
    'the file is cut or damaged here; what follows was not read',
    'Hier ist die Datei abgeschnitten oder beschädigt; das Weitere wurde nicht gelesen',
  ],
  ['from here on the file is damaged or cut off', 'Von hier an ist die Datei beschädigt oder abgeschnitten'],
  ['the file is damaged, or no item of Outlook', 'Die Datei ist beschädigt oder nicht von Outlook'],
  [
    'the file is damaged: its parts do not fit together',
    'Die Datei ist beschädigt: ihre Teile passen nicht zusammen',
  ],
  ['a damaged block, or one that is no record', 'ein beschädigter Block, oder einer ohne Eintrag'],
  [
    'what stands before the first message belongs to none',
    'Was vor der ersten Nachricht steht, gehört zu keiner',
  ],
  ['text before the first message', 'Text vor der ersten Nachricht'],
  ['a line longer than {1} characters', 'eine Zeile mit mehr als {1} Zeichen'],
  ['a quotation mark is opened and never closed', 'ein Anführungszeichen wird geöffnet und nie geschlossen'],
  ['its quotation marks do not match', 'die Anführungszeichen gehen nicht auf'],
  ['it is broken JSON', 'kein gültiges JSON'],
  ['it is not a JSON object', 'kein JSON-Objekt'],
  ['it is no object', 'kein JSON-Objekt'],
  ['it is too large', 'zu groß'],
  ['The line is too long.', 'Die Zeile ist zu lang.'],
  ['The line is no JSON.', 'Die Zeile ist kein JSON.'],
  ["The line is no record of kith's: {1}", 'Die Zeile ist kein Eintrag von kith: {1}'],

  // What it lacks.
  ['it has no time', 'ohne Zeit'],
  ['it has no id', 'ohne Kennung'],
  ['it has no start', 'ohne Beginn'],
  ['it has no number of a member', 'ohne Nummer eines Mitglieds'],
  ['it names nobody', 'nennt niemanden'],
  ['it says no name, account or address', 'nennt keinen Namen, kein Konto und keine Adresse'],
  ['it names no account', 'nennt kein Konto'],
  ['it names no sender and no recipient', 'nennt weder Absender noch Empfänger'],
  ['it names neither a company nor a title', 'nennt weder Firma noch Titel'],
  [
    'it names nobody but the owner: the other member is hidden, or the sender is LinkedIn',
    'nennt außer Ihnen niemanden: das andere Mitglied ist verborgen, oder der Absender ist LinkedIn',
  ],
  ['it does not name the {1}', 'sagt nicht, wer das andere Mitglied ist'],
  ['it does not name the other member', 'sagt nicht, wer das andere Mitglied ist'],
  ['it does not say who the other member is', 'sagt nicht, wer das andere Mitglied ist'],
  ['it does not say who wrote it', 'sagt nicht, wer es geschrieben hat'],
  ['it does not say who of the group wrote it', 'sagt nicht, wer aus der Gruppe es geschrieben hat'],
  ['it does not say which member wrote it', 'sagt nicht, welches Mitglied es geschrieben hat'],
  ['it does not say who sent it', 'sagt nicht, wer es gesendet hat'],
  ['it does not say who received it', 'sagt nicht, wer es bekommen hat'],
  ['it does not say who it is from', 'sagt nicht, von wem es ist'],
  ['it does not say who it goes to', 'sagt nicht, an wen es geht'],
  ['it does not say which list it is of', 'sagt nicht, zu welcher Liste es gehört'],
  ['it does not say which account is followed', 'sagt nicht, welchem Konto gefolgt wird'],
  ['it does not say whether it was sent or received', 'sagt nicht, ob es gesendet oder empfangen wurde'],
  ['it does not say whether it came in or went out', 'sagt nicht, ob es kam oder ging'],
  ['the name of who wrote it is empty', 'der Name dessen, der es geschrieben hat, ist leer'],
  ['who wrote it has left, or is not named', 'wer es geschrieben hat, ist nicht mehr da oder nicht genannt'],
  ['it holds no post', 'enthält keinen Beitrag'],
  ['it holds neither a text nor a link', 'enthält weder Text noch Link'],
  ['it holds no mail address', 'enthält keine E-Mail-Adresse'],
  ['it holds no number', 'enthält keine Nummer'],
  [
    'it holds no name, mail address or telephone number',
    'enthält weder Namen noch E-Mail-Adresse noch Telefonnummer',
  ],
  [
    'it holds no name, mail address, telephone number or profile',
    'enthält weder Namen noch E-Mail-Adresse, Telefonnummer oder Profil',
  ],
  ['the contact has no complete telephone number', 'der Kontakt hat keine vollständige Telefonnummer'],
  [
    'its number is not complete: no country, too short, or with an extension',
    'die Nummer ist nicht vollständig: ohne Land, zu kurz oder mit Durchwahl',
  ],
  [
    'the number is hidden, a service, or not complete without its country',
    'die Nummer ist verborgen, ein Dienst oder ohne Land nicht vollständig',
  ],
  [
    'an account without a server name: which one it is cannot be told',
    'ein Konto ohne Namen des Servers: welches es ist, lässt sich nicht sagen',
  ],

  // What it holds wrongly.
  ['its time is no time', 'die Zeit ist keine'],
  ['its date does not exist', 'das Datum gibt es nicht'],
  ['its start "{1}" is no date', 'der Beginn „{1}“ ist kein Datum'],
  ['its recurrence rule cannot be read: {1}', 'die Regel der Wiederholung ist nicht zu lesen: {1}'],
  [
    'its time {1} is neither ISO 8601 nor epoch seconds',
    'die Zeit {1} ist weder ISO 8601 noch Sekunden seit 1970',
  ],
  ['its kind {1} is none of {2}', 'die Art {1} ist keine von {2}'],
  ['its channel {1} is none of {2}', 'der Kanal {1} ist keiner von {2}'],
  [
    'its direction "{1}" is neither OUTGOING nor INCOMING',
    'die Richtung „{1}“ ist weder OUTGOING noch INCOMING',
  ],
  ['its level "{1}" is no number from 0 to 100', 'die Stufe „{1}“ ist keine Zahl von 0 bis 100'],
  ['its year "{1}" is none from 1900 to 2099', 'das Jahr „{1}“ liegt nicht zwischen 1900 und 2099'],
  ['its address is none of the form user@server', 'die Adresse hat nicht die Form name@server'],
  [
    '"{1}" is no mail address, profile URL or telephone number',
    '„{1}“ ist weder E-Mail-Adresse noch Profil noch Telefonnummer',
  ],

  // What is nobody, or no contact with anybody.
  ['it is no activity', 'keine Handlung'],
  ['it is no message', 'keine Nachricht'],
  ['it is no note', 'keine Notiz'],
  ['it is neither a message nor a member', 'weder Nachricht noch Mitglied'],
  ['a program, not a person', 'ein Programm, kein Mensch'],
  ['a group, not a person', 'eine Gruppe, kein Mensch'],
  ['a list of people, not a person', 'eine Liste von Menschen, kein Mensch'],
  ['an organisation, not a person', 'eine Organisation, kein Mensch'],
  ['an organisation or a place, not a person', 'eine Organisation oder ein Ort, kein Mensch'],
  ['a post of a channel, not of a person', 'ein Beitrag eines Kanals, nicht eines Menschen'],
  ['a line of WhatsApp itself, not of a person', 'eine Zeile von WhatsApp selbst, nicht eines Menschen'],
  ['a notice of Telegram, not a message', 'eine Mitteilung von Telegram, keine Nachricht'],
  ['a notice of Slack ({1})', 'eine Mitteilung von Slack ({1})'],
  ['written by a program', 'von einem Programm geschrieben'],
  ['nobody else writes in this chat', 'in diesem Chat schreibt sonst niemand'],
  ['a chat with a program', 'ein Chat mit einem Programm'],
  [
    'what a mail program notes for itself, not a message',
    'was sich ein Mailprogramm notiert, keine Nachricht',
  ],
  ['a note to oneself', 'eine Notiz an sich selbst'],
  ['a copy of a reply to a channel', 'die Kopie einer Antwort an einen Kanal'],
  [
    'its column names are in a language that kith does not know: it went by their places',
    'die Spalten sind in einer Sprache benannt, die kith nicht kennt: es ging nach ihren Plätzen',
  ],
  ['a hidden member: LinkedIn gives only the date', 'ein verborgenes Mitglied: LinkedIn nennt nur das Datum'],
  ['an empty profile', 'ein leeres Profil'],
  ['an address that was never confirmed', 'eine Adresse, die nie bestätigt wurde'],
  ['not followed any more', 'wird nicht mehr gefolgt'],
  ['a draft that was not sent', 'ein Entwurf, der nicht gesendet wurde'],
  ['spam, by its label', 'Spam, nach seinem Label'],
  ['thrown away, by its label', 'weggeworfen, nach dem Label'],
  [
    'deleted or moved elsewhere: Thunderbird leaves it in the file until it compacts the folder',
    'gelöscht oder verschoben: Thunderbird lässt es in der Datei, bis es den Ordner komprimiert',
  ],
  ['a message that was not sent yet', 'eine Nachricht, die noch nicht gesendet wurde'],
  ['a message that could not be sent', 'eine Nachricht, die nicht gesendet werden konnte'],
  ['a message that was deleted', 'eine Nachricht, die gelöscht wurde'],
  ['a reaction to a message, not one', 'eine Reaktion auf eine Nachricht, keine Nachricht'],
  ['a missed call', 'ein verpasster Anruf'],
  ['a call that was not answered', 'ein Anruf, der nicht angenommen wurde'],
  ['a huddle that nobody joined', 'ein Huddle, zu dem niemand kam'],
  ['the beginning of a call; its end is read', 'der Beginn eines Anrufs; gelesen wird sein Ende'],
  ['somebody came, left or renamed the conversation', 'jemand kam, ging oder benannte die Unterhaltung um'],
  ['a call to the answering machine', 'ein Anruf auf dem Anrufbeantworter'],
  ['a call that was declined', 'ein Anruf, der abgelehnt wurde'],
  ['a call that was blocked', 'ein Anruf, der gesperrt wurde'],
  ['a call taken on another device', 'ein Anruf, der auf einem anderen Gerät angenommen wurde'],
  ['a meeting that was declined', 'ein Treffen, das abgesagt wurde'],
  ['a note, task or other item without people', 'eine Notiz, Aufgabe oder anderes ohne Menschen'],
  ['a rule or template of Outlook', 'eine Regel oder Vorlage von Outlook'],
  ['a receipt or delivery report', 'eine Lese- oder Zustellbestätigung'],
  ['all-day, without other people', 'ganztägig, ohne andere Menschen'],
  [
    'replaced by a later version of it in the same file',
    'von einer späteren Fassung in derselben Datei ersetzt',
  ],

  // Files and archives that are not opened.
  ['kith cannot read it: {1}.', 'kith kann es nicht lesen: {1}.'],
  ['kith cannot read {1}: {2}.', 'kith kann {1} nicht lesen: {2}.'],
  [
    'you may not read it; change its permissions, or copy it to where you may',
    'Sie dürfen es nicht lesen; ändern Sie die Rechte, oder kopieren Sie es dorthin, wo Sie dürfen',
  ],
  ['it is not there any more', 'es ist nicht mehr da'],
  ['its links lead in a circle', 'die Verknüpfungen führen im Kreis'],
  ['the disk reports an error', 'der Datenträger meldet einen Fehler'],
  [
    'too many files are open; close other programs and try again',
    'zu viele Dateien sind offen; schließen Sie andere Programme und versuchen Sie es noch einmal',
  ],
  [
    'Its name leads out of the archive, which no honest archive does; kith leaves it alone.',
    'Der Name führt aus dem Archiv heraus, was kein ehrliches Archiv tut; kith rührt es nicht an.',
  ],
  [
    'It is encrypted; unpack the archive with its password first.',
    'Das Archiv ist verschlüsselt; entpacken Sie es erst mit dem Kennwort.',
  ],
  [
    'It is packed by a method kith does not know; unpack the archive first.',
    'Die Art der Packung kennt kith nicht; entpacken Sie das Archiv erst.',
  ],
  [
    'It would unpack to {1} times its size, which no export does; kith leaves it alone.',
    'Entpackt wäre es {1}-mal so groß, was kein Export ist; kith rührt es nicht an.',
  ],
  [
    'The archive {1} is damaged or was cut off; download or copy it again, or unpack it and import the folder.',
    'Das Archiv {1} ist beschädigt oder abgeschnitten; laden oder kopieren Sie es noch einmal, oder entpacken Sie es und importieren Sie den Ordner.',
  ],
  [
    'The archive {1} holds {2} files, more than the {3} that kith opens; unpack it and import the folder.',
    'Das Archiv {1} enthält {2} Dateien, mehr als die {3}, die kith öffnet; entpacken Sie es und importieren Sie den Ordner.',
  ],
  [
    'The archive {1} would unpack to {2}, more than the {3} that kith opens; unpack it and import the folder.',
    'Das Archiv {1} wäre entpackt {2} groß, mehr als die {3}, die kith öffnet; entpacken Sie es und importieren Sie den Ordner.',
  ],
  [
    'The archive {1} would unpack to {2} times its size, which no export does; kith leaves it alone.',
    'Das Archiv {1} wäre entpackt {2}-mal so groß, was kein Export ist; kith rührt es nicht an.',
  ],
  [
    '{1} in the archive {2} is damaged; download or copy the archive again.',
    '{1} im Archiv {2} ist beschädigt; laden oder kopieren Sie das Archiv noch einmal.',
  ],
  ['Nothing in {1} can be read; kith reads: {2}.', 'Nichts in {1} ist zu lesen. kith liest: {2}.'],
  [
    'Not one of the records can be read, and {1} were skipped; the first: {2}, {3}: {4}.',
    'Kein Eintrag ist zu lesen, {1} wurden übergangen; der erste: {2}, {3}: {4}.',
  ],
  // An importer says more of a whole file than can be foreseen: its sentences begin with the path.
  [
    '{1} holds no Telegram messages or contacts. Export again and choose "Machine-readable JSON".',
    '{1} enthält keine Nachrichten oder Kontakte von Telegram. Exportieren Sie noch einmal, als „Maschinenlesbares JSON“.',
  ],
  [
    '{1} holds no calendar: none of its lines is BEGIN:VCALENDAR. Export the calendar as .ics again.',
    '{1} enthält keinen Kalender: keine Zeile ist BEGIN:VCALENDAR. Exportieren Sie den Kalender noch einmal als .ics.',
  ],
  [
    '{1} holds no card: none of its lines is BEGIN:VCARD. Export the address book as vCard again.',
    '{1} enthält keine Karte: keine Zeile ist BEGIN:VCARD. Exportieren Sie das Adressbuch noch einmal als vCard.',
  ],
  [
    '{1} holds no messages or members of Slack. Import the zip of the workspace export as it is.',
    '{1} enthält keine Nachrichten oder Mitglieder von Slack. Importieren Sie die Zip-Datei des Exports, wie sie ist.',
  ],
  [
    '{1} is no Signal chat: no line begins like "[2024-01-31, 12:00] Name:". Export the chat again as text or Markdown.',
    '{1} ist kein Chat von Signal: keine Zeile beginnt wie „[2024-01-31, 12:00] Name:“. Exportieren Sie den Chat noch einmal als Text oder Markdown.',
  ],
  [
    '{1} is no WhatsApp chat: no line begins with a date. Export the chat again, as text.',
    '{1} ist kein Chat von WhatsApp: keine Zeile beginnt mit einem Datum. Exportieren Sie den Chat noch einmal, als Text.',
  ],
  [
    '{1} is no backup of SMS Backup & Restore: it holds neither messages nor calls.',
    '{1} ist keine Sicherung von SMS Backup & Restore: sie enthält weder Nachrichten noch Anrufe.',
  ],
  [
    '{1} is no data file of an X archive: it does not begin with "window.YTD.". Give kith the zip as X made it.',
    '{1} ist keine Datei eines Archivs von X: sie beginnt nicht mit „window.YTD.“. Geben Sie kith die Zip-Datei, wie X sie gemacht hat.',
  ],
  [
    '{1} does not say whose archive it is. Give kith the zip as X made it.',
    '{1} sagt nicht, wessen Archiv es ist. Geben Sie kith die Zip-Datei, wie X sie gemacht hat.',
  ],
  [
    '{1} is no events file: its first line must name the columns at, from and to (and may name channel, id, subject, kind, topic){2}',
    '{1} ist keine Datei von Ereignissen: die erste Zeile muss die Spalten at, from und to nennen (und kann channel, id, subject, kind, topic nennen){2}',
  ],
  [
    '{1} is no list of messages, followers or friends. Export again and choose JSON.',
    '{1} ist keine Liste von Nachrichten, Followern oder Freunden. Exportieren Sie noch einmal, als JSON.',
  ],
  [
    '{1} does not hold the list that belongs into it. Take the file from the archive as it was made.',
    '{1} enthält nicht die Liste, die hineingehört. Nehmen Sie die Datei aus dem Archiv, wie sie gemacht wurde.',
  ],
  [
    '{1} is no contacts CSV of Google or Outlook that kith knows: its first line lacks the column names. Export the contacts again, or as vCard.',
    '{1} ist keine CSV-Datei von Kontakten, die kith kennt: in der ersten Zeile fehlen die Namen der Spalten. Exportieren Sie die Kontakte noch einmal, oder als vCard.',
  ],
  [
    '{1} is no list that kith reads: its first line has to name the columns list, name or key, and one of level, field, year.',
    '{1} ist keine Liste, die kith liest: die erste Zeile muss die Spalten list, name oder key und eine von level, field, year nennen.',
  ],
  [
    '{1} is no repository of Bluesky, or its beginning is damaged. Download the CAR file again.',
    '{1} ist kein Repository von Bluesky, oder sein Anfang ist beschädigt. Laden Sie die CAR-Datei noch einmal.',
  ],
  [
    '{1} is empty. Take the file from the export as LinkedIn made it.',
    '{1} ist leer. Nehmen Sie die Datei aus dem Export, wie LinkedIn sie gemacht hat.',
  ],
  [
    '{1} is no table of a LinkedIn export that kith knows: none of its first lines holds the column names. Take the file from the export as LinkedIn made it.',
    '{1} ist keine Tabelle eines Exports von LinkedIn, die kith kennt: keine der ersten Zeilen nennt die Spalten. Nehmen Sie die Datei aus dem Export, wie LinkedIn sie gemacht hat.',
  ],
  [
    "{1} looks like LinkedIn's {2}, but its columns have changed: it lacks {3}. Take the file from the export as LinkedIn made it.",
    '{1} sieht aus wie {2} von LinkedIn, aber die Spalten sind andere: es fehlt {3}. Nehmen Sie die Datei aus dem Export, wie LinkedIn sie gemacht hat.',
  ],
  [
    '{1} is an Excel workbook under the name of a CSV file. Open it in Excel and save it as "CSV UTF-8", or take the file from the export as LinkedIn made it.',
    '{1} ist eine Arbeitsmappe von Excel unter dem Namen einer CSV-Datei. Öffnen Sie sie in Excel und speichern Sie sie als „CSV UTF-8“, oder nehmen Sie die Datei aus dem Export, wie LinkedIn sie gemacht hat.',
  ],
  [
    '{1} holds an attachment above 256 MB. Back up without attachments.',
    '{1} enthält einen Anhang von mehr als 256 MB. Sichern Sie ohne Anhänge.',
  ],
  [
    '{1} is above 256 MB. Save the message in Outlook again without its attachments.',
    '{1} ist größer als 256 MB. Speichern Sie die Nachricht in Outlook noch einmal ohne Anhänge.',
  ],
  [
    '{1} does not begin as an export of kith does. Export it again.',
    '{1} beginnt nicht wie ein Export von kith. Exportieren Sie noch einmal.',
  ],
  [
    '{1} was written by a newer kith. Update kith, then import it.',
    '{1} stammt von einem neueren kith. Aktualisieren Sie kith, und importieren Sie es dann.',
  ],
  [
    '{1} is an Outlook data file, and the package that reads those is not installed here. Run "npm install pst-extractor" beside kith, or install kith again without --omit=optional.',
    '{1} ist eine Datendatei von Outlook, und das Paket, das sie liest, ist hier nicht installiert. Führen Sie neben kith „npm install pst-extractor“ aus, oder installieren Sie kith noch einmal ohne --omit=optional.',
  ],
  [
    '{1} is encrypted with Windows, and can only be opened by Outlook itself; export it again as .pst.',
    '{1} ist mit Windows verschlüsselt und lässt sich nur von Outlook selbst öffnen; exportieren Sie sie noch einmal als .pst.',
  ],
  [
    '{1} is damaged at its beginning. Repair it with Outlook (scanpst.exe), then import it again.',
    '{1} ist am Anfang beschädigt. Reparieren Sie sie mit Outlook (scanpst.exe), und importieren Sie sie dann noch einmal.',
  ],
  [
    '{1} does not say which account it is of. Take the file from the archive as Mastodon made it.',
    '{1} sagt nicht, von welchem Konto es ist. Nehmen Sie die Datei aus dem Archiv, wie Mastodon sie gemacht hat.',
  ],
  [
    '{1} is an Outlook data file within an archive; unpack the archive and import the file itself.',
    '{1} ist eine Datendatei von Outlook in einem Archiv; entpacken Sie das Archiv und importieren Sie die Datei selbst.',
  ],
  [
    'No message begins in {1}: a mailbox has a line "From …" before each; leave out --as to let kith tell what it is.',
    'In {1} beginnt keine Nachricht: in einem Postfach steht vor jeder eine Zeile „From …“; ohne --as sagt kith, was es ist.',
  ],
  ['The archive is empty.', 'Das Archiv ist leer.'],
  [
    'Its folders lie too deep within each other; import the inner folder by itself.',
    'Die Ordner sind zu tief verschachtelt; importieren Sie den inneren Ordner für sich.',
  ],
]
