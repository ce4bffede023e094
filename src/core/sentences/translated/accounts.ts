import type { Pair } from './translate.ts'

/** What goes wrong with a server that an account is on. */
export const accounts: readonly Pair[] = [
  [
    'There is no server {1}, or no network: check the name and try again.',
    'Es gibt keinen Server {1}, oder kein Netz: prüfen Sie den Namen und versuchen Sie es noch einmal.',
  ],
  [
    '{1} refuses the connection: check the name and the port.',
    '{1} lehnt die Verbindung ab: prüfen Sie den Namen und den Port.',
  ],
  [
    'The certificate of {1} has expired: whoever runs it has to renew it.',
    'Das Zertifikat von {1} ist abgelaufen: wer den Server betreibt, muss es erneuern.',
  ],
  [
    '{1} shows a certificate that this machine does not trust ({2}); for one of your own, name its authority in NODE_EXTRA_CA_CERTS.',
    '{1} zeigt ein Zertifikat, dem dieses Gerät nicht vertraut ({2}); bei einem eigenen nennen Sie die Stelle in NODE_EXTRA_CA_CERTS.',
  ],
  [
    '{1} does not answer: check the name and the port, or try again later.',
    '{1} antwortet nicht: prüfen Sie den Namen und den Port, oder versuchen Sie es später noch einmal.',
  ],
  [
    'The connection to {1} was cut; the next time goes on from where it stopped.',
    'Die Verbindung zu {1} ist abgerissen; das nächste Mal geht es dort weiter.',
  ],
  [
    '{1} did not answer as it should; try again later.',
    '{1} hat nicht geantwortet, wie es sollte; versuchen Sie es später noch einmal.',
  ],
  ['{1} refuses to let {2} in: {3}', '{1} lässt {2} nicht ein: {3}'],
  [
    'the token may have run out; give a new one with kith connect.',
    'das Token ist vielleicht abgelaufen; geben Sie mit kith connect ein neues.',
  ],
  [
    'Gmail takes an app password (myaccount.google.com/apppasswords), not your own.',
    'Gmail nimmt ein App-Passwort (myaccount.google.com/apppasswords), nicht Ihr eigenes.',
  ],
  [
    'Outlook takes an OAuth2 token (--oauth), and an app password only where your organisation allows it.',
    'Outlook nimmt ein OAuth2-Token (--oauth), und ein App-Kennwort nur, wo Ihre Organisation es erlaubt.',
  ],
  [
    'it takes an app password, which you make in the settings of your account, not your own.',
    'er nimmt ein App-Passwort, das Sie in den Einstellungen Ihres Kontos machen, nicht Ihr eigenes.',
  ],
  [
    'check the user name and the password; many servers want an app password.',
    'prüfen Sie Benutzernamen und Passwort; viele Server verlangen ein App-Passwort.',
  ],
  [
    'check the handle and the app password (Settings > Privacy and security > App passwords).',
    'prüfen Sie den Handle und das App-Passwort (Settings > Privacy and security > App passwords).',
  ],
  [
    'the access token is wrong or was taken back; make a new one under Preferences > Development.',
    'das Zugriffs-Token ist falsch oder wurde zurückgenommen; machen Sie unter Einstellungen > Entwicklung ein neues.',
  ],
  [
    '{1} is no address of a server; write it as {2}.',
    '{1} ist keine Adresse eines Servers; schreiben Sie sie wie {2}.',
  ],
  ['{1} is no mail server; write it as {2}.', '{1} ist kein Mailserver; schreiben Sie ihn wie {2}.'],
  ['{1} or {2}', '{1} oder {2}'],
  [
    'kith connects to {1} with encryption only; without, only to this machine.',
    'kith verbindet sich mit {1} nur verschlüsselt; ohne Verschlüsselung nur mit diesem Gerät.',
  ],
  [
    '{1} sends kith on to {2}, which is not where the account is.',
    '{1} schickt kith weiter zu {2}, wo das Konto nicht ist.',
  ],
  [
    '{1} sends kith on to {2}; connect to that server if you trust it.',
    '{1} schickt kith weiter zu {2}; verbinden Sie sich mit diesem Server, wenn Sie ihm vertrauen.',
  ],
  ['{1} sends kith round in a circle.', '{1} schickt kith im Kreis.'],
  [
    '{1} does not answer in JSON: check the address of the server.',
    '{1} antwortet nicht in JSON: prüfen Sie die Adresse des Servers.',
  ],
  [
    '{1} asks to wait until {2} UTC; the next time goes on from here.',
    '{1} bittet, bis {2} UTC zu warten; das nächste Mal geht es hier weiter.',
  ],
  [
    'The address holds a password; leave it out, kith asks for it.',
    'Die Adresse enthält ein Passwort; lassen Sie es weg, kith fragt danach.',
  ],
  ['{1} answers with more than kith reads at once.', '{1} antwortet mit mehr, als kith auf einmal liest.'],
  [
    '{1} does not list {2} ({3}); try again later.',
    '{1} zeigt {2} nicht ({3}); versuchen Sie es später noch einmal.',
  ],
  ['{1} does not let {2} change this card ({3}).', '{1} lässt {2} diese Karte nicht ändern ({3}).'],
  [
    'Stopped. What was read so far is stored; the next time goes on from there.',
    'Angehalten. Was bisher gelesen wurde, ist gespeichert; das nächste Mal geht es dort weiter.',
  ],
  [
    '{1}, where kith keeps secrets, cannot be read: check who owns it.',
    '{1}, wo kith Geheimnisse aufbewahrt, ist nicht zu lesen: prüfen Sie, wem die Datei gehört.',
  ],
  [
    '{1}, where kith keeps secrets, is damaged: delete it and connect your accounts again.',
    '{1}, wo kith Geheimnisse aufbewahrt, ist beschädigt: löschen Sie die Datei und verbinden Sie Ihre Konten noch einmal.',
  ],
  [
    '{1} is being read already; kith accounts says how far it is.',
    '{1} wird schon gelesen; kith accounts sagt, wie weit es ist.',
  ],
  [
    '{1} was taken over by another kith, or removed.',
    '{1} wurde von einem anderen kith übernommen oder entfernt.',
  ],
  [
    'No account is connected; kith connect adds one.',
    'Kein Konto ist verbunden; kith connect verbindet eines.',
  ],
  [
    'There is no account {1}; kith accounts lists those there are.',
    'Es gibt kein Konto {1}; kith accounts zeigt alle.',
  ],
  [
    'The password of {1} is not on this machine; connect it again with kith connect {2}.',
    'Das Passwort von {1} ist nicht auf diesem Gerät; verbinden Sie es noch einmal mit kith connect {2}.',
  ],
  [
    '{1} is being read; take back what it brought when that is done.',
    '{1} wird gerade gelesen; nehmen Sie danach zurück, was es gebracht hat.',
  ],
  [
    'The account was removed meanwhile; connect it again.',
    'Das Konto wurde inzwischen entfernt; verbinden Sie es noch einmal.',
  ],
  [
    'The server cannot be told from {1}; name it with --server.',
    'Der Server lässt sich aus {1} nicht erkennen; nennen Sie ihn.',
  ],
  ['{1} has no {2}; it has {3}.', '{1} hat kein {2}; es hat {3}.'],
  [
    'No address book is connected; kith connect carddav connects one.',
    'Kein Adressbuch ist verbunden; kith connect carddav verbindet eines.',
  ],
  [
    '{1} has no card there with one of the addresses or numbers kith knows.',
    '{1} hat dort keine Karte mit einer der Adressen oder Nummern, die kith kennt.',
  ],
  [
    'Say what to change: a name, a mail address, a phone number or a note.',
    'Sagen Sie, was sich ändern soll: ein Name, eine E-Mail-Adresse, eine Telefonnummer oder eine Notiz.',
  ],
]
