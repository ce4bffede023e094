import { z } from 'zod'

/** An address, number, handle or profile of somebody, with its number for splitting. */
export const identityShown = z.object({ id: z.number().int(), kind: z.string(), value: z.string() })
