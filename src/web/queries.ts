import {
  QueryClient,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { type AnyOperation, ApiError, type Input, type OperationName, type Output, call } from './client.ts'
import { sendOrKeep } from './outbox.ts'
import { currentLanguage } from './texts/texts.ts'
import { type Workspace, currentWorkspace, useWorkspace } from './workspace.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // A request that kith refused will be refused again; one it never got may get through.
      retry: (failures, error) =>
        failures < 2 && !(error instanceof ApiError && error.code !== 'unreachable'),
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

/** How to ask for an operation that only reads, and under which key its answer is kept. */
export const reading = <Name extends OperationName>(workspace: Workspace, name: Name, input: Input<Name>) =>
  queryOptions<Output<Name>>({
    // kith answers in the language of the page.
    queryKey: [workspace, currentLanguage(), name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
  })

/** Asks for what a screen will show while its code is still on the way, or the pointer on its link. */
export const askAhead = <Name extends OperationName>(name: Name, input: Input<Name>): void => {
  void queryClient.prefetchQuery(reading(currentWorkspace(), name, input))
}

/** The answer of a reading operation in the current workspace, kept and renewed. */
export const useReading = <Name extends OperationName>(
  name: Name,
  input: Input<Name>,
  {
    keep = false,
    ...options
  }: {
    readonly enabled?: boolean
    readonly refetchInterval?: number | false
    /** Shows the answer to the question before until the new one is there, where both are of one kind. */
    readonly keep?: boolean
  } = {},
) =>
  useQuery({
    ...reading(useWorkspace(), name, input),
    ...options,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })

/** The operations that answer from a study of the network; it may be one of before while kith studies anew. */
type StudyOperation =
  | 'discover-people'
  | 'find-path'
  | 'get-structure'
  | 'get-map'
  | 'list-topics'
  | 'suggest-field'
  | 'common-ground'

/** How often to ask again while kith studies the network: there is nothing to see yet, or something of before. */
const firstStudyMs = 3_000
const newStudyMs = 10_000

const askAgainMs = ({ state, old }: { readonly state: string; readonly old: boolean }): number | false =>
  !old ? false : state === 'studying' ? firstStudyMs : newStudyMs

/** The answer of an operation that looks at a study, asked for again until it is of the present data. */
export const useStudied = <Name extends StudyOperation>(
  name: Name,
  input: Input<Name>,
  { keep = false }: { readonly keep?: boolean } = {},
) =>
  useQuery({
    ...reading(useWorkspace(), name, input),
    refetchInterval: ({ state: { data } }) =>
      data === undefined ? false : askAgainMs(data as Output<StudyOperation>),
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  })

/** How often to ask how far kith is. */
const stageMs = 400

/** What kith is doing of these operations, asked for again and again while somebody waits for it; null where nothing is told. */
export const useStage = (operations: readonly AnyOperation[], waits: boolean) => {
  const { data } = useQuery({
    ...reading(useWorkspace(), 'get-progress', {}),
    enabled: waits,
    refetchInterval: stageMs,
    // How far it was before is of no use to whoever waits the next time.
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  return data?.running.find(({ operation }) => operations.some((one) => one === operation)) ?? null
}

/** Does an operation that changes something; afterwards everything shown is asked for again. */
export const useChanging = <Name extends OperationName>(name: Name) => {
  const client = useQueryClient()
  return useMutation<Output<Name>, unknown, Input<Name>>({
    mutationFn: (input) => sendOrKeep(name, input),
    // Not waited for: what is shown may be gone by then, and with it whoever wants to offer a way back.
    onSuccess: () => {
      void client.invalidateQueries()
    },
  })
}

/** A list of people: its order, and what it is narrowed by. */
export type PeopleView = Omit<Input<'list-people'>, 'limit' | 'offset'>

/** People asked for at once while scrolling. */
export const pageSize = 200

export const peoplePage = (view: PeopleView, page: number) =>
  reading(currentWorkspace(), 'list-people', { ...view, limit: pageSize, offset: page * pageSize })
