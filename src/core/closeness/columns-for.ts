import { byTie } from '../ledger/by-tie.ts'
import type { TieLedger } from '../ledger/by-tie.ts'
import { foldLedger } from '../ledger/fold-ledger.ts'
import type { Ledger } from '../ledger/ledger.ts'
import type { TieColumns } from '../ledger/tie-columns.ts'
import { needsDetail } from './model.ts'
import type { ClosenessModel } from './model.ts'

/** All ties as a model looks at them, before `at`: with their detail only where it asks for it. */
export const columnsFor = (model: ClosenessModel, ledger: TieLedger, at: number): TieColumns =>
  foldLedger(ledger, at, needsDetail(model))

/** The same of a single tie, whose events may come in any order. */
export const oneTieFor = (model: ClosenessModel, ledger: Ledger, at: number): TieColumns =>
  columnsFor(model, byTie({ ...ledger, tieCount: 1 }), at)
