import { decodeWords } from './encoded-words.ts'

const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    // Hangul comes apart above and goes together here, as in the lists.
    .normalize('NFC')

const words = (list: string): ReadonlySet<string> => new Set(list.split('|').map(plain))

/** What mail programs call the folder of sent mail, in the languages of most mail. */
const sentFolders = words(
  'sent|sent mail|sentmail|sent items|sent messages|sent objects|all sent mail|outbox sent|' +
    'gesendet|gesendete|gesendete objekte|gesendete elemente|gesendete nachrichten|gesendete mails|' +
    'envoyes|envoye|messages envoyes|elements envoyes|courrier envoye|objets envoyes|' +
    'enviados|enviado|elementos enviados|correo enviado|mensajes enviados|itens enviados|mensagens enviadas|' +
    'email enviados|e mails enviados|enviadas|inviati|inviata|inviate|posta inviata|elementi inviati|messaggi inviati|' +
    'verzonden|verzonden items|verzonden berichten|verstuurd|skickat|skickade|skickade objekt|skickade meddelanden|' +
    'sendt|sendte|sendt post|sendte elementer|sendte meldinger|lahetetyt|lahetetyt viestit|wyslane|elementy wyslane|' +
    'odeslane|odeslana posta|odoslane|odoslana posta|elkuldott|elkuldott elemek|elkuldott uzenetek|trimise|' +
    'elemente trimise|gonderilenler|gonderilmis ogeler|gonderilmis postalar|отправленные|отправлено|надіслані|' +
    'απεσταλμενα|已发送|已发送邮件|已傳送|寄件備份|寄件匣|送信済み|送信済みメール|送信済みアイテム|보낸편지함|보낸 편지함|보낸메일함',
)

/** What Gmail calls a message that is being written. */
const draftLabels = words(
  'draft|drafts|entwurf|entwurfe|brouillon|brouillons|borrador|borradores|rascunho|rascunhos|bozza|bozze|concept|' +
    'concepten|utkast|kladde|kladder|luonnos|luonnokset|wersje robocze|koncept|koncepty|taslak|taslaklar|черновики|' +
    'черновик|下書き|草稿|임시보관함',
)

/** What Gmail calls the places of mail that nobody wanted, and that was thrown away. */
const spamLabels = words('spam|junk|спам|迷惑メール|垃圾邮件|垃圾郵件|스팸함|스팸')
const trashLabels = words(
  'trash|bin|papierkorb|corbeille|papelera|lixeira|cestino|prullenbak|papirkurv|papperskorg|papperskorgen|roskakori|' +
    'kosz|koš|kôš|kuka|coș de gunoi|çöp kutusu|корзина|кошик|κάδος απορριμμάτων|ゴミ箱|已删除邮件|垃圾桶|휴지통',
)
/** What Gmail calls a talk in its chat, which Takeout writes as mail. */
const chatLabels = words('chat|chats|чат|чаты|チャット|聊天|채팅')

const isSent = (name: string): boolean => sentFolders.has(plain(name))

/** The folder names a path may mean: the file, the folder it is in, and that of a Maildir. */
function* foldersOf(path: string): Iterable<string> {
  const parts = path.split('/')
  const last = parts.length - 1
  yield (parts[last] ?? '').replace(/\.(?:mbox|mbx|eml|emlx|txt)$/i, '')
  const parent = parts[last - 1] ?? ''
  const folder = parent === 'cur' || parent === 'new' ? (parts[last - 2] ?? '') : parent
  const name = folder.replace(/\.(?:mbox|sbd|zip)$/i, '')
  yield name
  // Maildir++ nests with dots: `.INBOX.Sent`.
  yield name.slice(name.lastIndexOf('.') + 1)
}

/** Whether a file holds mail that its owner sent, by the name of the file or folder. */
export function isSentFolder(path: string): boolean {
  for (const name of foldersOf(path)) if (name !== '' && isSent(name)) return true
  return false
}

/** What labels say of a message. */
export type Labels = {
  readonly sent: boolean
  readonly draft: boolean
  readonly spam: boolean
  readonly trash: boolean
  readonly chat: boolean
}
const NO_LABELS: Labels = { sent: false, draft: false, spam: false, trash: false, chat: false }

/** What X-Gmail-Labels says: decoded first, then split at commas outside quotes. */
export function readLabels(raw: string | undefined): Labels {
  if (raw === undefined) return NO_LABELS
  const labels = (decodeWords(raw.slice(0, 4_000)).match(/"[^"]*"|[^,]+/g) ?? []).map(plain)
  const has = (names: ReadonlySet<string>): boolean => labels.some((label) => names.has(label))
  return {
    sent: has(sentFolders),
    draft: has(draftLabels),
    spam: has(spamLabels),
    trash: has(trashLabels),
    chat: has(chatLabels),
  }
}
