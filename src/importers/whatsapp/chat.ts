import { cleanName, nameIdentity, nameKey } from '#core/identity/normalise.ts'
import type { Identity } from '#core/model/identity.ts'
import { phoneIdentity } from '../phone.ts'

/** Names of contacts are not longer; what is longer is a sentence with a colon in it. */
const MAX_AUTHOR = 80

/** The words that WhatsApp puts before the name of a chat in the name of its file, in many languages. */
const PREFIX =
  /^(?:\S+\s){0,3}?\S*whats\s?app\S*(?:\s(?:chat|sohbeti|聊天))?(?:\s(?:with|mit|con|avec|com o|com|met|med|z użytkownikiem|z|s|с контактом|с|cu|dengan|kanssa)\s|\s?[-–—]\s?|\s)/iu
const AROUND = /^与(.+)的\s?whatsapp.*$/iu

/** The notice that begins every chat: on iPhones it carries the name of the chat as its author. */
const NOTICE =
  /end-to-end|ende-zu-ende|extremo a extremo|bout en bout|ponta a ponta|crittografat|сквозн|端到端|端對端|エンドツーエンド|종단간|طرف|uçtan uca/i

/** The name of the chat from the path of its file; empty when it says nothing. */
export function chatTitle(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '')
  const file = segments.at(-1) ?? ''
  const isNameless = /^_?chat\s*(?:\(\d+\))?\.txt$/i.test(file)
  const named = (isNameless ? (segments.at(-2) ?? '') : file).replace(/(?:\.(?:txt|zip))+$/i, '')
  const name = cleanName(named.replace(/\s*\(\d+\)$/, ''))
  const around = AROUND.exec(name)?.[1]
  if (around !== undefined) return around.trim()
  const title = name.replace(PREFIX, '')
  return title === name && !/whatsapp/i.test(path) ? '' : title.trim()
}

/** Who wrote, and what: `author` is null for a line of WhatsApp itself. */
export type Said = { readonly author: string | null; readonly text: string }

/** What stands after the date: `Jane Doe: text`, or a sentence of WhatsApp's own. */
export function whoSaid(rest: string): Said {
  // The colon of an address or of a time is no end of a name.
  const colon = /:(?=\s|$)/.exec(rest) ?? /:(?!\/\/|\d)/.exec(rest)
  if (colon === null || colon.index > MAX_AUTHOR) return { author: null, text: rest }
  const author = cleanName(rest.slice(0, colon.index)).replace(/^~\s*/, '')
  const text = rest.slice(colon.index + 1).trim()
  // Ada changed the subject to "Launch: part 2"
  if (author === '' || /["“”„«»]/.test(author) || NOTICE.test(author)) return { author: null, text: rest }
  return { author, text }
}

/** The notice about encryption under the name of a chat. */
export const isNotice = (text: string, raw: string): boolean => raw.includes('\u200E') && NOTICE.test(text)

/**
 * Whether a line of WhatsApp's own speaks of a group: it tells in each who made it, added whom, or left. Chats of two
 * have such lines too (calls, changed numbers), but none with that word.
 */
export const saysGroup = (line: string): boolean =>
  /gr[uo]p|groep|groupe?|gruppe?|skupin|csoport|ryhm[äa]|ομάδα|груп|गु|समूह|গ্রুপ|குழு|กลุ่ม|nhóm|kumpulan|kundi|קבוצה|مجموعة|گروه|گروپ|群|グループ|그룹/iu.test(
    line,
  )

/** Who an author is: a telephone number for people who are no contacts, else a name within WhatsApp, even a mere sign. */
export const authorIdentity = (author: string, region: string | null): Identity =>
  (/^[+\p{Nd}][\p{Nd}\s().-]*$/u.test(author) ? phoneIdentity(author, region) : null) ??
  nameIdentity('whatsapp', author) ?? { kind: 'name', value: `whatsapp:${author}` }

/**
 * What WhatsApp writes where a picture was: `<Media omitted>`, `image omitted`, `photo.jpg (file attached)`, in the
 * languages of most exports; and behind a text that was changed.
 */
const PLACEHOLDER =
  /<[^<>\n]{1,60}>|^.{0,20}\b(?:omitted|weggelassen|ausgeschlossen|omitid[oa]s?|omess[oaie]|absente?s?|ocult[oa]s?|weggelaten)\b.{0,20}$|^\S.{0,120}\([^()]{1,40}\)$/gimu

/** What somebody said, without what WhatsApp put into the text. */
export const spoken = (text: string): string =>
  text.replace(PLACEHOLDER, (found) => (found.endsWith(')') && !/\.\w{2,5} \(/.test(found) ? found : ' '))

/** What WhatsApp writes where a message was taken back, by its author or by the owner, in the languages of most exports. */
const DELETED = new Set([
  'this message was deleted',
  'you deleted this message',
  'diese nachricht wurde gelöscht',
  'du hast diese nachricht gelöscht',
  'ce message a été supprimé',
  'vous avez supprimé ce message',
  'se eliminó este mensaje',
  'eliminaste este mensaje',
  'mensagem apagada',
  'você apagou esta mensagem',
  'questo messaggio è stato eliminato',
  'hai eliminato questo messaggio',
  'dit bericht is verwijderd',
  'je hebt dit bericht verwijderd',
  'ta wiadomość została usunięta',
  'bu mesaj silindi',
])

/** Whether a message was taken back. */
export const isDeleted = (text: string): boolean =>
  text.length < 60 && DELETED.has(text.trim().replace(/\.$/, '').toLowerCase())

export const isSameName = (a: string, b: string): boolean => a !== '' && nameKey(a) === nameKey(b)
