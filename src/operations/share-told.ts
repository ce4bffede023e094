import type { Context } from './operation.ts'

/** Tells which share of some work is done, 0 to 1, and where a new stage of it begins, which. */
export type TellShare = (share: number, stage?: string) => void

/** Passes the share of some work on as progress in whole percent; what was told already, or is less, is not told. */
export function shareTold(context: Pick<Context, 'progress'>): TellShare {
  let step = ''
  let told = -1
  return (share, stage = step) => {
    const done = Math.floor(Math.min(1, share) * 100)
    if (!(done > told || (done === told && stage !== step))) return
    step = stage
    told = done
    context.progress({ step, done, total: 100, unit: 'percent' })
  }
}
