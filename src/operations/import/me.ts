import { z } from 'zod'
import { identityKinds } from '#core/model/identity.ts'
import type { Context } from '../operation.ts'

const setting = z.object({
  name: z.string().nullable(),
  reason: z.string(),
  confirmed: z.boolean(),
  /** What the user said they are; null where nobody kept it. */
  stated: z
    .array(z.object({ kind: z.enum(identityKinds), value: z.string() }))
    .nullable()
    .default(null),
})

/** What is stored of who the owner is, beside the identities; null before anything is known. */
export async function meSetting(context: Context): Promise<z.output<typeof setting> | null> {
  const parsed = setting.safeParse(await context.store.setting(context.owner, 'me'))
  return parsed.success ? parsed.data : null
}
