import type { Pair } from './translate.ts'

/** What kith reads of chats, networks and lists, and how to get it. */
export const networkSources: readonly Pair[] = [
  ['Events file', 'Datei mit Ereignissen'],
  [
    'A CSV or JSON Lines file of contacts, stated ties and endorsements with the columns at, from, to, channel, id, subject, kind, topic.',
    'Eine Datei als CSV oder JSON Lines mit Kontakten, genannten Beziehungen und Bestätigungen; Spalten: at, from, to, channel, id, subject, kind, topic.',
  ],
  [
    'Write one line for each message, meeting or call, with the header at,from,to,channel,id,subject.',
    'Eine Zeile je Nachricht, Treffen oder Anruf schreiben, mit der Kopfzeile at,from,to,channel,id,subject.',
  ],
  [
    'at is an ISO 8601 time or epoch seconds (milliseconds when above 100,000,000,000).',
    'at ist eine Zeit nach ISO 8601 oder in Sekunden seit 1970 (über 100.000.000.000 in Millisekunden).',
  ],
  [
    'from and to are mail addresses, telephone numbers with +, profile URLs or any ids; several in to are separated by ;.',
    'from und to sind Mailadressen, Telefonnummern mit +, Profiladressen oder beliebige Kennungen; mehrere in to trennt ein ;.',
  ],
  [
    'channel is mail, meeting, message, post or call (email, chat, sms and phone are understood); empty means mail. id and subject may be left out.',
    'channel ist mail, meeting, message, post oder call (auch email, chat, sms und phone werden verstanden); leer heißt mail. id und subject dürfen fehlen.',
  ],
  [
    'A stated tie or an endorsement has a word in the column kind: connection, invitation, follow, address-book, skill or recommendation. What a skill is stands in topic; at may be empty.',
    'Eine genannte Beziehung oder Bestätigung hat ein Wort in der Spalte kind: connection, invitation, follow, address-book, skill oder recommendation. Welche Kenntnis gemeint ist, steht in topic; at darf leer sein.',
  ],
  ['WhatsApp chat', 'Chat von WhatsApp'],
  [
    'Messages with their time and author from a chat that WhatsApp exported as text.',
    'Nachrichten mit Zeit und Absender aus einem Chat, den WhatsApp als Text exportiert hat.',
  ],
  [
    'In WhatsApp, open the chat and tap the name of the person or group (iPhone) or ⋮ > More (Android).',
    'In WhatsApp den Chat öffnen und auf den Namen der Person oder Gruppe tippen (iPhone) oder auf ⋮ > Mehr (Android).',
  ],
  [
    'Choose Export chat > Without media, and send it to yourself or save it to Files. It is missing where "Advanced chat privacy" is on in that chat.',
    '„Chat exportieren“ > „Ohne Medien“ wählen und an sich selbst senden oder in Dateien sichern. Es fehlt, wo im Chat der „Erweiterte Chat-Datenschutz“ eingeschaltet ist.',
  ],
  [
    'Leave the name of the file as it is: it says whom the chat is with.',
    'Den Namen der Datei so lassen: er sagt, mit wem der Chat ist.',
  ],
  [
    'Repeat it for every chat that matters; there is no export of all at once.',
    'Für jeden Chat wiederholen, auf den es ankommt; einen Export aller auf einmal gibt es nicht.',
  ],
  ['Telegram export', 'Export von Telegram'],
  [
    'Messages, calls and contacts from the result.json of Telegram Desktop.',
    'Nachrichten, Anrufe und Kontakte aus der result.json von Telegram Desktop.',
  ],
  [
    'Install Telegram Desktop; the apps for telephones cannot export.',
    'Telegram Desktop installieren; die Apps auf Telefonen können nicht exportieren.',
  ],
  [
    'Settings > Advanced > Export Telegram data; tick contacts, personal chats and private groups, no media.',
    'Einstellungen > Erweitert > Daten von Telegram exportieren; Kontakte, persönliche Chats und private Gruppen ankreuzen, keine Medien.',
  ],
  [
    'Choose the format "Machine-readable JSON" and wait (up to a day for a new device).',
    'Das Format „Maschinenlesbares JSON“ wählen und warten (bei einem neuen Gerät bis zu einem Tag).',
  ],
  [
    'Import the file result.json from the folder that it made.',
    'Die Datei result.json aus dem neuen Ordner importieren.',
  ],
  ['Signal chat (signal-export)', 'Chat von Signal (signal-export)'],
  [
    'Messages of Signal Desktop from the text or Markdown files of signal-export.',
    'Nachrichten von Signal Desktop aus den Text- oder Markdown-Dateien von signal-export.',
  ],
  [
    'Signal has no export of its own. Install Signal Desktop, and the free program signal-export beside it.',
    'Signal hat keinen eigenen Export. Signal Desktop installieren und daneben das freie Programm signal-export.',
  ],
  [
    'Run it to a folder: it writes a folder with chat.md for every chat.',
    'Es in einen Ordner schreiben lassen: für jeden Chat legt es einen Ordner mit chat.md an.',
  ],
  [
    'Leave the names of the folders as they are; they say which chat it is. Import the whole folder.',
    'Die Namen der Ordner so lassen; sie sagen, welcher Chat es ist. Den ganzen Ordner importieren.',
  ],
  [
    'From a backup of an Android telephone it takes a few steps more: docs/how-to/import-signal.md.',
    'Aus der Sicherung eines Android-Telefons sind es ein paar Schritte mehr: docs/how-to/import-signal.md (englisch).',
  ],
  ['Slack export', 'Export von Slack'],
  [
    'Members, direct messages, and mentions and replies in channels from the export of a Slack workspace.',
    'Mitglieder, Direktnachrichten, Erwähnungen und Antworten in Channels aus dem Export eines Workspace von Slack.',
  ],
  [
    'An owner or admin of the workspace opens Tools & settings > Workspace settings > Import/export data.',
    'Ein Inhaber oder Admin des Workspace öffnet Tools und Einstellungen > Workspace-Einstellungen > Daten importieren/exportieren.',
  ],
  [
    'Choose Export, the range "Entire history", and start the export.',
    'Exportieren wählen, den Zeitraum „Gesamter Verlauf“, und den Export starten.',
  ],
  [
    'Direct messages and private channels are in it only where Slack lets the owner export all conversations.',
    'Direktnachrichten und private Channels sind nur darin, wo Slack dem Inhaber erlaubt, alle Unterhaltungen zu exportieren.',
  ],
  [
    'Download the zip from the link in the mail; import it as it is.',
    'Die Zip-Datei über den Link in der Mail herunterladen und so importieren, wie sie ist.',
  ],
  ['Google Chat (Takeout)', 'Google Chat (Takeout)'],
  [
    'Messages of conversations and spaces from the messages.json files of Google Takeout, and the Hangouts.json of older archives.',
    'Nachrichten aus Unterhaltungen und Gruppenbereichen aus den messages.json von Google Takeout und aus der Hangouts.json älterer Archive.',
  ],
  [
    'Open takeout.google.com, choose Deselect all, then tick Google Chat.',
    'takeout.google.com öffnen, „Auswahl aufheben“ wählen, dann Google Chat ankreuzen.',
  ],
  [
    'Choose Next step > Export once > .zip, then Create export.',
    '„Nächster Schritt“ > „Einmal exportieren“ > .zip wählen, dann „Export erstellen“.',
  ],
  [
    'Google mails a link when it is ready: download the zip and give it to kith as it is.',
    'Google schickt einen Link, wenn es fertig ist: die Zip-Datei herunterladen und kith so geben, wie sie ist.',
  ],
  ['Facebook and Instagram', 'Facebook und Instagram'],
  [
    'Messages, calls, friends, followers, followed accounts, likes and comments from the JSON export of Facebook or Instagram, also from before 2021.',
    'Nachrichten, Anrufe, Freunde, Follower, gefolgte Konten, Likes und Kommentare aus dem JSON-Export von Facebook oder Instagram, auch von vor 2021.',
  ],
  [
    'Open accountscenter.facebook.com > Your information and permissions > Export your information.',
    'accountscenter.facebook.com öffnen > Deine Informationen und Berechtigungen > Deine Informationen exportieren.',
  ],
  [
    'Choose Create export, the profile, Export to device; then messages, connections, comments, likes and personal information, all time, and the format JSON (HTML cannot be read).',
    'Export erstellen, das Profil und den Export auf das Gerät wählen; dann Nachrichten, Verbindungen, Kommentare, Likes und persönliche Informationen, den gesamten Zeitraum und das Format JSON (HTML ist nicht zu lesen).',
  ],
  [
    'Download the zip when the mail comes; import it as it is.',
    'Die Zip-Datei herunterladen, wenn die Mail kommt, und so importieren, wie sie ist.',
  ],
  [
    'End-to-end encrypted chats come in a zip of their own: in Messenger, Privacy and safety > End-to-end encrypted chats > Message storage > Download secure storage data.',
    'Ende-zu-Ende verschlüsselte Chats kommen in einer eigenen Zip-Datei: in Messenger Privatsphäre und Sicherheit > Ende-zu-Ende-verschlüsselte Chats > Nachrichtenspeicher > Daten des sicheren Speichers herunterladen.',
  ],
  ['SMS and call backup', 'Sicherung von SMS und Anrufen'],
  [
    'Text messages, group messages and calls from the XML of the Android app SMS Backup & Restore.',
    'SMS, Gruppennachrichten und Anrufe aus dem XML der Android-App SMS Backup & Restore.',
  ],
  [
    'Install "SMS Backup & Restore" (SyncTech) on the Android telephone.',
    'Auf dem Android-Telefon „SMS Backup & Restore“ (SyncTech) installieren.',
  ],
  [
    'Back up messages and call logs; attachments are not needed.',
    'Nachrichten und Anruflisten sichern; Anhänge braucht es nicht.',
  ],
  [
    'Copy the files sms-….xml and calls-….xml to this computer.',
    'Die Dateien sms-….xml und calls-….xml auf diesen Rechner kopieren.',
  ],
  ['X (Twitter) archive', 'Archiv von X (Twitter)'],
  [
    'Posts that answer or name people, direct messages, followers and accounts followed from an X archive.',
    'Posts, die Menschen antworten oder sie nennen, Direktnachrichten, Follower und gefolgte Konten aus einem Archiv von X.',
  ],
  [
    'On x.com open More > Settings and privacy > Your account > Download an archive of your data.',
    'Auf x.com: Mehr > Einstellungen und Datenschutz > Dein Account > Ein Archiv deiner Daten herunterladen.',
  ],
  [
    'Confirm your password and choose Request archive.',
    'Das Passwort bestätigen und „Archiv anfordern“ wählen.',
  ],
  [
    'X tells you within a day or two that it is ready: download the zip from the same page.',
    'X meldet nach ein oder zwei Tagen, dass es fertig ist: die Zip-Datei auf derselben Seite herunterladen.',
  ],
  ['Give the zip to kith as it is.', 'kith die Zip-Datei so geben, wie sie ist.'],
  ['Mastodon archive', 'Archiv von Mastodon'],
  [
    'Posts that name people, direct messages and followed accounts from a Mastodon archive.',
    'Beiträge, die Menschen nennen, Direktnachrichten und gefolgte Konten aus einem Archiv von Mastodon.',
  ],
  [
    'On your server open Preferences > Import and export > Data export.',
    'Auf Ihrem Server: Einstellungen > Importieren und exportieren > Datenexport.',
  ],
  [
    'Choose Request your archive; a link comes by mail when it is ready. It can be asked for once a week.',
    '„Dein Archiv anfragen“ wählen; ein Link kommt per Mail, wenn es fertig ist. Man kann es einmal in der Woche anfragen.',
  ],
  [
    'On the same page download the CSV of "You follow".',
    'Auf derselben Seite die CSV-Datei von „Du folgst“ herunterladen.',
  ],
  [
    'Give kith the archive as it is, and following_accounts.csv.',
    'kith das Archiv so geben, wie es ist, und following_accounts.csv dazu.',
  ],
  [
    'Misskey: Settings > Import/Export, and export "All notes" and "Following"; both files come into your Drive.',
    'Misskey: Einstellungen > Import/Export, und „Alle Notizen“ und „Folge ich“ exportieren; beide Dateien kommen in Ihr Drive.',
  ],
  ['Bluesky repository', 'Repository von Bluesky'],
  [
    'Posts that answer or name people, and accounts followed, from a Bluesky repo.car file.',
    'Posts, die Menschen antworten oder sie nennen, und gefolgte Konten aus der repo.car von Bluesky.',
  ],
  [
    'On bsky.app open Settings > Account > Export my data.',
    'Auf bsky.app: Einstellungen > Konto > Meine Daten exportieren.',
  ],
  [
    'Choose Download CAR file: it is named repo.car.',
    '„CAR-Datei herunterladen“ wählen: sie heißt repo.car.',
  ],
  ['Give the file to kith as it is.', 'kith die Datei so geben, wie sie ist.'],
  ['Export of kith', 'Export von kith'],
  [
    'Everything another kith knows, as kith export --format json wrote it: people, interactions, goals and notes.',
    'Alles, was ein anderes kith weiß, wie kith export --format json es schreibt: Menschen, Austausch, Ziele und Notizen.',
  ],
  [
    'On the other machine: kith export --format json --out network.jsonl.',
    'Auf dem anderen Rechner: kith export --format json --out network.jsonl.',
  ],
  [
    'Import network.jsonl here. What you told kith (goals, notes, settings) is taken where there is none yet.',
    'network.jsonl hier importieren. Was Sie kith gesagt haben (Ziele, Notizen, Einstellungen), wird übernommen, wo noch nichts steht.',
  ],
  ['Lists that name people (CSV)', 'Listen, die Menschen nennen (CSV)'],
  [
    'Lists on which others name people: speakers of a conference, award winners, fellows of a trade body, a "top 100".',
    'Listen, auf denen andere Menschen nennen: Vortragende einer Tagung, Preisträger, Mitglieder eines Fachverbands, eine „Top 100“.',
  ],
  [
    'Copy the list into a spreadsheet, one person a row.',
    'Die Liste in eine Tabelle kopieren, eine Person je Zeile.',
  ],
  [
    'Columns: name, key (mail address, profile URL or telephone number, where you have one), list (what it is called), level (0 to 100, where it has grades), field, year.',
    'Spalten: name, key (Mailadresse, Profiladresse oder Telefonnummer, wo es eine gibt), list (wie die Liste heißt), level (0 bis 100, wo sie Stufen hat), field, year.',
  ],
  [
    'Save it as CSV. Lines with a key are matched by themselves; for lines with a name alone kith asks you who is meant.',
    'Als CSV speichern. Zeilen mit key werden von selbst zugeordnet; bei Zeilen mit bloßem Namen fragt kith, wer gemeint ist.',
  ],
]
