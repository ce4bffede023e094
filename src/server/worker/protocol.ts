import type { ErrorCode } from '#core/model/errors.ts'
import type { Progress } from '#operations/operation.ts'

/** What the worker is started with. */
export type Job = {
  readonly operation: string
  readonly input: unknown
  readonly location: string
  readonly owner: number
  readonly at: number | null
  readonly version: string
  /** Where an operation that gives a file writes it; null for others. */
  readonly file: string | null
}

export type FromWorker =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'result'; readonly result: unknown }
  | {
      readonly type: 'error'
      readonly code: ErrorCode | null
      readonly message: string
      readonly stack: string
    }

export type ToWorker = { readonly type: 'cancel' }
