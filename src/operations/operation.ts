import type { z } from 'zod'
import type { OwnerId } from '#core/model/ids.ts'
import type { Language } from '#core/sentences/language.ts'
import type { Store } from '#store/store.ts'

/** A step of a long operation, for progress bars and live screens. */
export type Progress = {
  /** What is going on, for example `reading inbox.mbox`. */
  readonly step: string
  /** Work done and to do in `unit`; `total` is null when unknown. */
  readonly done: number
  readonly total: number | null
  readonly unit: 'bytes' | 'records' | 'contacts' | 'steps' | 'percent'
  /** Records read so far, where the step reads records. */
  readonly records?: number
}

/** Long work under way, and how far it is. */
export type UnderWay = { readonly operation: string; readonly progress: Progress }

/** What is studied of a network at a time; operations/study-network.ts says what each is. */
export type Study = 'structure' | 'topics' | 'map'

/** What an operation works with. Time comes from here, so that a result can be computed again. */
export type Context = {
  readonly store: Store
  readonly owner: OwnerId
  /** Epoch milliseconds. */
  readonly now: () => number
  /** The time to look at the network from, epoch milliseconds; null is the end of what the data knows. */
  readonly at: number | null
  readonly version: string
  /** What sentences are made in; absent is English. */
  readonly language?: Language
  /** Whoever asks would rather see what was last studied than wait; it is studied anew soon. Absent is no. */
  readonly mayBeOld?: boolean
  /** Told which study somebody looks at that was never made: they are shown nothing until it is. */
  readonly wantsStudy?: (study: Study) => void
  readonly progress: (progress: Progress) => void
  /** The long work that others wait for; absent where there are no others. */
  readonly underWay?: () => readonly UnderWay[]
  /** Where an operation that gives a file writes it; the face chooses, and passes the file on. */
  readonly file?: string
  /** Aborted when the user cancels; the operation then stops in a consistent state and throws 'interrupted'. */
  readonly signal: AbortSignal
  /** Runs another operation where it does not hold up this thread. */
  readonly run: <O extends Operation>(other: O, input: z.input<O['input']>) => Promise<z.output<O['output']>>
}

/**
 * One thing a person can ask kith to do. REST route, OpenAPI entry, command, MCP tool and the web client's
 * types are made from this and its line in the table of contents (`contents/`), which says where each face finds it
 * and what it does in a sentence: that much is known without loading the operation.
 */
export type Operation<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> = {
  /** verb-noun, unique; also the name of the MCP tool (with underscores). */
  readonly name: Name
  /** More than the summary, where a sentence does not do. */
  readonly description?: string
  readonly input: Input
  readonly output: Output
  readonly examples: readonly { readonly title: string; readonly input: z.input<Input> }[]
  /** Not for programs: no token opens it, only the page's own session. */
  readonly pageOnly?: boolean
  /**
   * A field of the input that is a password: the terminal asks for it without showing it, and never takes it as a
   * word of the command, which other programs see; no trace of it is kept.
   */
  readonly secretField?: string
  /** Gives a file: written to `context.file`, which reaches whoever asked as a download or at a path of theirs. */
  readonly gives?: {
    /** What a download is called. */
    fileName(input: z.output<Input>): string
    mediaType(input: z.output<Input>): string
  }
  /** How its command takes words and prints, for those that have one. */
  readonly cli?: {
    /** Input fields given as plain words, in order; the last may take all that remain. */
    readonly positionals?: readonly string[]
    readonly variadic?: boolean
    /** The file given is a word of the command; otherwise it is `--out`, or standard output. */
    readonly needsFile?: boolean
    /** Does not open the database. */
    readonly stateless?: boolean
    /**
     * How the result reads in the terminal; without it, a table or a list is made from the output. Sentences are broken
     * to its columns by the terminal itself; a wide table may narrow itself to them.
     * @param columns how wide the terminal is; absent where nobody looks at one
     */
    print?(result: z.output<Output>, columns?: number): string
    /** With --json, one object a line of this array of the output instead of the whole. */
    lines?(result: z.output<Output>): Iterable<unknown>
    /** What --json prints when it is not the whole result. */
    json?(result: z.output<Output>): unknown
    /** What goes to standard error beside the result, also with --json: what was skipped, say. One line each. */
    notes?(result: z.output<Output>): readonly string[]
    /** Exit code other than 0 for a result that is no failure. */
    exitCode?(result: z.output<Output>, options: { readonly strict: boolean }): number
  }
  /** Shown to AI assistants. Absent: not offered there. */
  readonly mcp?: {
    readonly readOnly: boolean
    /** What assistants call it, where that is not the operation's own name. */
    readonly name?: string
    /** The answer cut to what an assistant needs; of the same shape. */
    brief?(result: z.output<Output>): z.output<Output>
  }
  /** Takes longer than a second on real data: shows progress, can be cancelled, answers as server-sent events on request. */
  readonly long?: boolean
  run(context: Context, input: z.output<Input>): Promise<z.input<Output>>
}

/** Keeps the types of an operation while checking its shape. */
export const operation = <Name extends string, Input extends z.ZodType, Output extends z.ZodType>(
  declared: Operation<Name, Input, Output>,
): Operation<Name, Input, Output> => declared
