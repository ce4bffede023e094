import type { Operation } from './operation.ts'

/** What is known of an operation before it is loaded: where the faces find it, and what a list of all says of it. */
export type Heading = {
  /** verb-noun; also the name of the MCP tool (with underscores). */
  readonly name: string
  readonly method: 'get' | 'post' | 'put' | 'delete'
  /** REST path below /api/v1, path parameters as `:name` taken from the input. */
  readonly path: string
  /** Words of the command (`['goal', 'add']`); null when it is not for the terminal. */
  readonly command: readonly string[] | null
  /** One sentence, present tense, ends with a full stop. */
  readonly summary: string
}

/** A whole operation, as the faces describe it. */
export type Described<O extends Operation = Operation> = O & Heading

/** An operation in the catalogue: its heading is there at once, its code is loaded when somebody asks for it. */
export type Entry<O extends Operation = Operation> = Heading & {
  readonly load: () => Promise<Described<O>>
}

type Place<O extends Operation = Operation> = Omit<Heading, 'name'> & { readonly load: () => Promise<O> }

/** The line of an operation in a table of contents. */
export const at = <O extends Operation>(
  route: `${'GET' | 'POST' | 'PUT' | 'DELETE'} /${string}`,
  command: string | null,
  summary: string,
  load: () => Promise<O>,
): Place<O> => {
  const space = route.indexOf(' ')
  return {
    method: route.slice(0, space).toLowerCase() as Heading['method'],
    path: route.slice(space + 1),
    command: command?.split(' ') ?? null,
    summary,
    load,
  }
}

type OperationAt<P> = P extends Place<infer O> ? O : never

/** Entries of places, by the names that the operations have themselves: `tsc` refuses another. */
export const catalogue = <T extends { readonly [Name in keyof T]: Place<Operation<Name & string>> }>(
  places: T,
): { readonly [Name in keyof T]: Entry<OperationAt<T[Name]>> } =>
  Object.fromEntries(
    Object.entries<Place>(places).map(([name, { load, ...rest }]) => {
      const heading = { name, ...rest }
      let loaded: Promise<Described> | null = null
      return [
        name,
        { ...heading, load: () => (loaded ??= load().then((declared) => ({ ...declared, ...heading }))) },
      ]
    }),
  ) as { readonly [Name in keyof T]: Entry<OperationAt<T[Name]>> }
