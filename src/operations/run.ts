import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import { KithError } from '#core/model/errors.ts'
import type { Context, Operation } from './operation.ts'
import { wordsOf } from './words.ts'
import { readInput } from './wrong-input.ts'

/**
 * Checks the input of an operation and runs it; the one way that every face takes.
 * @throws KithError 'invalid-input' that names the fields
 */
export async function runOperation<O extends Operation>(
  declared: O,
  context: Context,
  input: unknown,
): Promise<z.output<O['output']>> {
  return (await declared.run(context, readInput(declared.input, input, wordsOf(context).input))) as z.output<
    O['output']
  >
}

/** Stops here when the user has cancelled. */
export function checkCancelled(signal: AbortSignal): void {
  if (signal.aborted)
    throw new KithError('interrupted', 'Stopped. What was done so far is stored; run it again to go on.')
}

/**
 * Lets whatever waits have its turn (a Ctrl-C, a cancel, another request), then stops here if the user has cancelled.
 * Work that never waits for a disk or a network has to call it now and then: SQLite answers without waiting.
 */
export async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate()
  checkCancelled(signal)
}
