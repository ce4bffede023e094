import './source-flow.css'
import {
  type Icon,
  IconAddressBook,
  IconArrowRight,
  IconBrandBluesky,
  IconBrandGoogle,
  IconBrandLinkedin,
  IconBrandMastodon,
  IconBrandMeta,
  IconBrandSlack,
  IconBrandTelegram,
  IconBrandWhatsapp,
  IconBrandX,
  IconCalendar,
  IconDeviceMobileMessage,
  IconFile,
  IconMail,
  IconMessage2,
  IconTable,
  IconTrophy,
} from '@tabler/icons-react'
import icon from '../icon.svg'
import { t } from '../texts/texts.ts'

/** Signs of the sources that have one of their own; the others show a file. */
const signs: Readonly<Record<string, Icon>> = {
  bluesky: IconBrandBluesky,
  'contacts-csv': IconAddressBook,
  eml: IconMail,
  events: IconTable,
  'google-chat': IconBrandGoogle,
  icalendar: IconCalendar,
  linkedin: IconBrandLinkedin,
  lists: IconTrophy,
  maildir: IconMail,
  mastodon: IconBrandMastodon,
  mbox: IconMail,
  meta: IconBrandMeta,
  msg: IconMail,
  outlook: IconMail,
  pst: IconMail,
  signal: IconMessage2,
  slack: IconBrandSlack,
  sms: IconDeviceMobileMessage,
  telegram: IconBrandTelegram,
  vcard: IconAddressBook,
  whatsapp: IconBrandWhatsapp,
  x: IconBrandX,
}

/** The sign of a source, for lists of them. */
export const SourceSign = ({ source }: { readonly source: string }) => {
  const Sign = signs[source] ?? IconFile
  return <Sign size={20} stroke={1.6} aria-hidden />
}

/** From the source by a file into kith, as a small picture; the steps beside it say the same in words. */
export const SourceFlow = ({ source, title }: { readonly source: string; readonly title: string }) => (
  <div className="source-flow" aria-hidden>
    <span className="source-stop">
      <SourceSign source={source} />
      <span>{title}</span>
    </span>
    <IconArrowRight size={18} stroke={1.6} />
    <span className="source-stop">
      <IconFile size={20} stroke={1.6} />
      <span>{t('imports.sources.file')}</span>
    </span>
    <IconArrowRight size={18} stroke={1.6} />
    <span className="source-stop">
      <img src={icon} alt="" width={20} height={20} />
      <span>{t('imports.sources.drop')}</span>
    </span>
  </div>
)
