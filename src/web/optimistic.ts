import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Input, OperationName, Output } from './client.ts'
import { tellError } from './notify.tsx'
import { isKept, sendOrKeep } from './outbox.ts'
import { reading } from './queries.ts'
import { useWorkspace } from './workspace.ts'

/**
 * A change that shows at once: `patch` says what a reading looks like with it. Where kith refuses, the reading is as it
 * was and the sentence is said; where kith does not answer, the change stays on screen and waits to be sent.
 */
export const useOptimistic = <Name extends OperationName, Shown extends OperationName>(
  name: Name,
  shown: { readonly name: Shown; readonly input: Input<Shown> },
  patch: (before: Output<Shown>, input: Input<Name>) => Output<Shown>,
) => {
  const client = useQueryClient()
  const { queryKey } = reading(useWorkspace(), shown.name, shown.input)
  return useMutation<Output<Name>, unknown, Input<Name>, { readonly before: Output<Shown> | undefined }>({
    mutationFn: (input) => sendOrKeep(name, input),
    networkMode: 'always',
    onMutate: async (input) => {
      await client.cancelQueries({ queryKey })
      const before = client.getQueryData<Output<Shown>>(queryKey)
      if (before !== undefined) client.setQueryData(queryKey, patch(before, input))
      return { before }
    },
    onError: (error, _, context) => {
      if (!isKept(error) && context?.before !== undefined) client.setQueryData(queryKey, context.before)
      tellError(error)
    },
    onSuccess: () => {
      void client.invalidateQueries()
    },
  })
}
