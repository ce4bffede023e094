import type { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { Context, Operation } from './operation.ts'

/** What is wrong with an input, in one sentence: the field and what it should be. */
function sentence(error: z.ZodError): string {
  return error.issues
    .map((issue) => `${issue.path.length > 0 ? `${issue.path.join('.')}: ` : ''}${issue.message}`)
    .join('; ')
}

/**
 * Checks the input of an operation and runs it; the one way that every face takes.
 * @throws KithError 'invalid-input' that names the fields
 */
export async function runOperation<O extends Operation>(
  declared: O,
  context: Context,
  input: unknown,
): Promise<z.output<O['output']>> {
  const parsed = declared.input.safeParse(input)
  if (!parsed.success) throw new KithError('invalid-input', `${sentence(parsed.error)}.`)
  return (await declared.run(context, parsed.data)) as z.output<O['output']>
}

/** Stops here when the user has cancelled. */
export function checkCancelled(signal: AbortSignal): void {
  if (signal.aborted)
    throw new KithError('interrupted', 'Stopped. What was done so far is stored; run it again to go on.')
}
