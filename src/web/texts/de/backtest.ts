import type { backtest as english } from '../en/backtest.ts'
import type { Translation } from '../keys.ts'

export const backtest: Translation<typeof english> = {}
