export const backtest = {} as const
