export const calibre = {} as const
