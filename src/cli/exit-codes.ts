import type { ErrorCode } from '#core/model/errors.ts'

/** Exit code of a bug in kith (EX_SOFTWARE of sysexits.h); 1 is that of records skipped with --strict. */
const BUG = 70

/** Exit code of each error code: 2 wrong usage, 3 nothing readable, 4 database trouble, 130 interrupted. */
export const exitCodes: Readonly<Record<ErrorCode, number>> = {
  usage: 2,
  'invalid-input': 2,
  'not-found': 2,
  conflict: 2,
  unsupported: 2,
  unauthorised: 2,
  forbidden: 2,
  'nothing-readable': 3,
  unreadable: 3,
  database: 4,
  interrupted: 130,
  internal: BUG,
}
