import type { MessagePort } from 'node:worker_threads'
import type { ErrorCode } from '#core/model/errors.ts'
import type { Language } from '#core/sentences/language.ts'
import type { Progress, Study } from '#operations/operation.ts'

/** What a thread is told at its start: whether it works behind all others. */
export type ThreadData = { readonly behind: boolean }

/** What a thread is asked to do. */
export type Job = {
  readonly operation: string
  readonly input: unknown
  readonly location: string
  readonly owner: number
  readonly at: number | null
  readonly version: string
  readonly language: Language
  readonly mayBeOld: boolean
  /** The scores were seen to: they are taken as they are. */
  readonly scored: boolean
  /** Where an operation that gives a file writes it; null for others. */
  readonly file: string | null
  /** Carries progress out and cancelling in while it runs. */
  readonly port: MessagePort
}

export type Answer =
  /** As JSON: it goes on to the reader as it is, and a text is passed between threads quicker than objects. */
  | {
      readonly type: 'result'
      readonly json: string
      /** The study that was looked at and was never made. */
      readonly wantsStudy: Study | null
    }
  | {
      readonly type: 'error'
      readonly code: ErrorCode | null
      readonly message: string
      readonly stack: string
    }

export type FromWorker = { readonly type: 'progress'; readonly progress: Progress }

export type ToWorker = { readonly type: 'cancel' }
