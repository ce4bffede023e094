import type { IdentityId } from '#core/model/ids.ts'
import type { PositionRecord } from '#core/model/records.ts'
import type { PositionFact } from '#store/store.ts'
import { short } from '../import/short-text.ts'
import { MAIL_SOURCE } from './mail-source.ts'

/** What records say of where people work. */
export class PositionFacts {
  readonly #source: string
  readonly #saidAt: number | null
  readonly #stated: PositionFact[] = []
  /** First and last time that somebody wrote from an organisation's address, by identity. */
  readonly #wrote = new Map<IdentityId, { domain: string; firstAt: number; lastAt: number }>()

  /** @param saidAt when the file was written; null where that is not known */
  constructor(source: string, saidAt: number | null) {
    this.#source = source
    this.#saidAt = saidAt
  }

  /** A source states it in words, of today or with dates. */
  stated(identityId: IdentityId, record: Omit<PositionRecord, 'type' | 'of'>): void {
    const organisation = short(record.organisation ?? '')
    const title = short(record.title ?? '')
    if (organisation === '' && title === '') return
    const at = record.at ?? this.#saidAt
    this.#stated.push({
      identityId,
      source: record.source ?? this.#source,
      organisation: organisation === '' ? null : organisation,
      domain: null,
      title: title === '' ? null : title,
      startedAt: record.startedAt ?? null,
      endedAt: record.endedAt ?? null,
      firstAt: at,
      lastAt: at,
    })
  }

  /** Somebody wrote from an organisation's address. */
  wrote(identityId: IdentityId, domain: string, at: number): void {
    const held = this.#wrote.get(identityId)
    if (held === undefined) this.#wrote.set(identityId, { domain, firstAt: at, lastAt: at })
    else {
      held.firstAt = Math.min(at, held.firstAt)
      held.lastAt = Math.max(at, held.lastAt)
    }
  }

  all(): readonly PositionFact[] {
    const wrote = Array.from(this.#wrote, ([identityId, { domain, firstAt, lastAt }]): PositionFact => ({
      identityId,
      source: MAIL_SOURCE,
      organisation: null,
      domain,
      title: null,
      startedAt: null,
      endedAt: null,
      firstAt,
      lastAt,
    }))
    return [...this.#stated, ...wrote]
  }
}
