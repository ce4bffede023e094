/** A file as a service would hand it out. */
export type ExportFile = {
  /** Relative, with `/` between folders. */
  readonly path: string
  readonly text: string
  /** Messages, rows, cards or events that it holds, readable or not. */
  readonly records: number
}
