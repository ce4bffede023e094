import { de as basicsDe, en as basicsEn } from './basics.ts'

const en = {
  nothing: 'No conversation with a subject or hashtags is known yet. Import mail, a calendar or posts.',
  tooFew: (conversations: number): string =>
    `${basicsEn.count(conversations, 'conversation')} so far, and no topic came up in three of them; it takes more to compare.`,
  noneFits: (search: string): string => `No topic contains "${search}"; search for a part of the word.`,
  drewIn: (conversations: number, rate: number | null, byCalibre: boolean): string =>
    `Of ${basicsEn.count(conversations, 'conversation')} with a topic, ${rate === null ? 'unknown' : basicsEn.share(rate)} drew in ${
      byCalibre
        ? 'a new contact of more than middling influence in your field'
        : 'a new two-way contact (of too few is the influence known to count by it)'
    }.`,
  suggestion: (
    drawn: number,
    of: number,
    rate: number,
    usual: number,
    clear: boolean,
    daysSinceMine: number | null,
    who: readonly string[],
  ): string =>
    `${drawn} of ${of} conversations about it drew in somebody new (${tenths(rate, '.')}, usually ${tenths(usual, '.')}), ${
      clear ? 'more than chance explains' : 'though so few may be chance'
    }; ${
      daysSinceMine === null
        ? 'you have never written on it yourself'
        : `you last wrote on it ${basicsEn.span(daysSinceMine)} ago`
    }.${who.length === 0 ? '' : ` Among those who came: ${who.join(', ')}.`}`,
}

/** A share to the tenth of a percent where it is small. */
function tenths(rate: number, point: string): string {
  return rate >= 0.1 ? `${Math.round(rate * 100)} %` : `${(rate * 100).toFixed(1).replace('.', point)} %`
}

const de: typeof en = {
  nothing:
    'Noch ist kein Gespräch mit Betreff oder Hashtags bekannt. Importieren Sie Mail, einen Kalender oder Beiträge.',
  tooFew: (conversations) =>
    `Bisher ${basicsDe.count(conversations, 'Gespräch', 'Gespräche')}, und kein Thema kam in dreien davon vor; zum Vergleichen braucht es mehr.`,
  noneFits: (search) => `Kein Thema enthält „${search}“; suchen Sie nach einem Teil des Wortes.`,
  drewIn: (conversations, rate, byCalibre) =>
    `Von ${basicsDe.count(conversations, 'Gespräch', 'Gesprächen')} mit einem Thema zogen ${rate === null ? 'unbekannt viele' : basicsDe.share(rate)} ${
      byCalibre
        ? 'einen neuen Kontakt mit mehr als mittlerem Einfluss in Ihrem Fachgebiet'
        : 'einen neuen Kontakt mit Austausch in beide Richtungen (von zu wenigen ist der Einfluss bekannt, um danach zu zählen)'
    } an.`,
  suggestion: (drawn, of, rate, usual, clear, daysSinceMine, who) =>
    `${drawn} von ${of} Gesprächen darüber zogen jemand Neues an (${tenths(rate, ',')}, üblich ${tenths(usual, ',')}), ${
      clear ? 'mehr, als der Zufall erklärt' : 'doch so wenige können Zufall sein'
    }; ${
      daysSinceMine === null
        ? 'Sie selbst haben noch nie darüber geschrieben'
        : `zuletzt schrieben Sie darüber vor ${basicsDe.span(daysSinceMine)}`
    }.${who.length === 0 ? '' : ` Unter denen, die kamen: ${who.join(', ')}.`}`,
}

export const topics = { en, de }
