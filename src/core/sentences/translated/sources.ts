import type { Pair } from './translate.ts'

/** What kith reads of mail, calendars, address books and LinkedIn, and how to get it. */
export const sources: readonly Pair[] = [
  ['Mailbox (mbox)', 'Postfach (mbox)'],
  [
    'A mailbox in one file, as Gmail Takeout, Thunderbird, Apple Mail and others write it.',
    'Ein Postfach in einer Datei, wie es Gmail (Takeout), Thunderbird, Apple Mail und andere schreiben.',
  ],
  [
    'Gmail: open takeout.google.com, choose "Deselect all", tick "Mail", choose "Next step", then "Create export".',
    'Gmail: takeout.google.com öffnen, „Auswahl aufheben“, „E-Mails“ ankreuzen, „Nächster Schritt“, dann „Export erstellen“.',
  ],
  [
    'Wait for the mail from Google (minutes to a day) and download the archive; kith reads it as it is or unpacked.',
    'Auf die Mail von Google warten (Minuten bis ein Tag) und das Archiv herunterladen; kith liest es so, wie es ist, oder entpackt.',
  ],
  [
    'Thunderbird: Help, "Troubleshooting Information", "Open Folder" shows the profile; its folder Mail or ImapMail holds the mailboxes.',
    'Thunderbird: Hilfe, „Informationen zur Fehlerbehebung“, „Ordner öffnen“ zeigt das Profil; darin liegen die Postfächer unter Mail oder ImapMail.',
  ],
  [
    'Apple Mail: select a mailbox, then Mailbox, "Export Mailbox…".',
    'Apple Mail: ein Postfach auswählen, dann Postfach, „Postfach exportieren …“.',
  ],
  [
    'A Maildir: a folder of mail with its messages in cur and new, one in each file.',
    'Ein Maildir: ein Ordner mit Mails in cur und new, jede in einer Datei.',
  ],
  [
    'Mail servers (Dovecot, Courier) and programs such as mutt, notmuch, mbsync or OfflineIMAP keep mail so.',
    'So bewahren Mailserver (Dovecot, Courier) und Programme wie mutt, notmuch, mbsync oder OfflineIMAP Mails auf.',
  ],
  [
    'Import the folder that holds cur, new and tmp, or the one above it with all folders of the account.',
    'Den Ordner importieren, in dem cur, new und tmp liegen, oder den darüber mit allen Ordnern des Kontos.',
  ],
  ['Mail messages (.eml)', 'Einzelne Mails (.eml)'],
  [
    'Single mail messages, one in each file, as mail programs save them.',
    'Einzelne Mails, jede in einer Datei, wie Mailprogramme sie speichern.',
  ],
  [
    'Thunderbird: select messages, then File, "Save As", "File".',
    'Thunderbird: Nachrichten auswählen, dann Datei, „Speichern als“, „Datei“.',
  ],
  [
    'Apple Mail: drag messages into a folder. Outlook on the web: open a message, then "Download as EML".',
    'Apple Mail: Mails in einen Ordner ziehen. Outlook im Web: eine Mail öffnen, dann „Als EML herunterladen“.',
  ],
  [
    'Put the files into one folder and import the folder.',
    'Die Dateien in einen Ordner legen und den Ordner importieren.',
  ],
  ['Outlook items (.msg)', 'Einzelnes aus Outlook (.msg)'],
  [
    'Mail, meetings and contacts that Outlook saved one by one as .msg files.',
    'Mails, Termine und Kontakte, die Outlook einzeln als .msg gespeichert hat.',
  ],
  [
    'In Outlook for Windows select messages, meetings or contacts and drag them into a folder of the Explorer: each becomes a .msg file.',
    'In Outlook für Windows Mails, Termine oder Kontakte auswählen und in einen Ordner des Explorers ziehen: jedes wird eine .msg-Datei.',
  ],
  [
    'Or open one and choose File > Save As > Outlook Message Format - Unicode.',
    'Oder eines öffnen und Datei > Speichern unter > Outlook-Nachrichtenformat - Unicode wählen.',
  ],
  [
    'Import the folder. For a whole mailbox, an Outlook data file (.pst) is less work.',
    'Den Ordner importieren. Für ein ganzes Postfach ist eine Outlook-Datendatei (.pst) weniger Arbeit.',
  ],
  ['Outlook data file (.pst, .ost)', 'Outlook-Datendatei (.pst, .ost)'],
  [
    'Mail, meetings and contacts of all folders of an Outlook data file.',
    'Mails, Termine und Kontakte aller Ordner einer Outlook-Datendatei.',
  ],
  [
    'In Outlook for Windows open File > Open & Export > Import/Export > Export to a file > Outlook Data File (.pst).',
    'In Outlook für Windows: Datei > Öffnen und Exportieren > Importieren/Exportieren > In Datei exportieren > Outlook-Datendatei (.pst).',
  ],
  [
    'Choose the account at the top and tick "Include subfolders"; set no password.',
    'Ganz oben das Konto wählen und „Unterordner einbeziehen“ ankreuzen; kein Kennwort setzen.',
  ],
  [
    'The new Outlook for Windows and Outlook for Mac write no .pst: there, export as .eml or use the account itself.',
    'Das neue Outlook für Windows und Outlook für Mac schreiben keine .pst: dort als .eml speichern oder das Konto selbst verbinden.',
  ],
  [
    'Close Outlook, then import the .pst. An .ost (usually in AppData\\Local\\Microsoft\\Outlook) is read, too.',
    'Outlook schließen, dann die .pst importieren. Auch eine .ost wird gelesen (meist in AppData\\Local\\Microsoft\\Outlook).',
  ],
  ['LinkedIn export', 'Export von LinkedIn'],
  [
    'Connections, messages, invitations, endorsements, recommendations and profile of a LinkedIn export.',
    'Kontakte, Nachrichten, Einladungen, Kenntnisbestätigungen, Empfehlungen und Profil aus einem Export von LinkedIn.',
  ],
  [
    'On linkedin.com, on a computer, open Me (your picture) > Settings & Privacy > Data privacy > Get a copy of your data.',
    'Auf linkedin.com, am Rechner: Sie (Ihr Bild) > Einstellungen & Datenschutz > Datenschutz > Kopie Ihrer Daten anfordern.',
  ],
  [
    'Choose the larger archive ("Download larger data archive"), then Request archive.',
    'Das größere Archiv wählen (das mit Kontakten und allem anderen), dann Archiv anfordern.',
  ],
  [
    'LinkedIn mails a link: a first part within minutes, the complete archive within a day. It works for 72 hours.',
    'LinkedIn schickt einen Link: einen ersten Teil nach Minuten, das ganze Archiv innerhalb eines Tages. Er gilt 72 Stunden.',
  ],
  [
    'Download the zip and give it to kith as it is; do not open and save the CSV files in Excel.',
    'Die Zip-Datei herunterladen und kith so geben, wie sie ist; die CSV-Dateien nicht in Excel öffnen und speichern.',
  ],
  ['Address book (vCard)', 'Adressbuch (vCard)'],
  [
    'People with mail addresses, telephone numbers, profiles, organisation and title from a .vcf file, also as jCard or xCard.',
    'Menschen mit Mailadressen, Telefonnummern, Profilen, Organisation und Titel aus einer .vcf-Datei, auch als jCard oder xCard.',
  ],
  [
    'Google: contacts.google.com > Export > vCard (for iOS contacts).',
    'Google: contacts.google.com > Exportieren > vCard (für iOS-Kontakte).',
  ],
  [
    'Apple: Contacts > select all > File > Export > Export vCard.',
    'Apple: Kontakte > alle auswählen > Ablage > Exportieren > vCard exportieren.',
  ],
  [
    'Outlook for Windows (classic): open a contact > File > Save As > vCard. All of them at once it exports as CSV alone, which kith reads, too.',
    'Outlook für Windows (klassisch): einen Kontakt öffnen > Datei > Speichern unter > vCard. Alle auf einmal exportiert es nur als CSV; auch das liest kith.',
  ],
  [
    'Thunderbird: Address Book > right-click an address book > Export > vCard. Android: Contacts > Organize > Export to file.',
    'Thunderbird: Adressbuch > Rechtsklick auf ein Adressbuch > Exportieren > vCard. Android: Kontakte > Organisieren > In Datei exportieren.',
  ],
  ['Calendar (iCalendar)', 'Kalender (iCalendar)'],
  [
    'Meetings with their organiser and attendees from an .ics file, each occurrence up to today.',
    'Termine mit Organisator und Teilnehmern aus einer .ics-Datei, jedes Mal bis heute.',
  ],
  [
    'Google: calendar.google.com > Settings > Import & export > Export; give kith the zip as it is.',
    'Google: calendar.google.com > Einstellungen > Importieren & Exportieren > Exportieren; kith die Zip-Datei so geben, wie sie ist.',
  ],
  [
    'Apple: Calendar > select the calendar > File > Export > Export.',
    'Apple: Kalender > den Kalender auswählen > Ablage > Exportieren > Exportieren.',
  ],
  [
    'Outlook for Windows (classic): File > Save Calendar, with full details (the other levels leave the people out).',
    'Outlook für Windows (klassisch): Datei > Kalender speichern, mit allen Details (die anderen Stufen lassen die Menschen weg).',
  ],
  [
    'Thunderbird: Events and Tasks > Export Calendar.',
    'Thunderbird: Termine und Aufgaben > Kalender exportieren.',
  ],
  ['Contacts (Google or Outlook CSV)', 'Kontakte (CSV von Google oder Outlook)'],
  [
    'People with mail addresses, telephone numbers, organisation and title from a contacts CSV file.',
    'Menschen mit Mailadressen, Telefonnummern, Organisation und Titel aus einer CSV-Datei mit Kontakten.',
  ],
  [
    'Google: contacts.google.com > Export > Google CSV. If contacts are missing in it, export vCard instead.',
    'Google: contacts.google.com > Exportieren > Google CSV. Fehlen darin Kontakte, stattdessen vCard wählen.',
  ],
  [
    'Outlook for Windows: File > Open & Export > Import/Export > Export to a file > Comma separated values > Contacts.',
    'Outlook für Windows: Datei > Öffnen und Exportieren > Importieren/Exportieren > In Datei exportieren > Durch Trennzeichen getrennte Werte > Kontakte.',
  ],
  [
    'Outlook.com: People > Manage contacts > Export contacts.',
    'Outlook.com: Personen > Kontakte verwalten > Kontakte exportieren.',
  ],
]
