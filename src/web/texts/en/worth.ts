export const worth = {} as const
