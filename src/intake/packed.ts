/** How files begin that are packed in another way than as a zip archive, and what people call them. */
const PACKINGS: readonly (readonly [name: string, at: number, begins: readonly number[]])[] = [
  ['gzip (.gz, .tgz)', 0, [0x1f, 0x8b, 8]],
  ['7-Zip (.7z)', 0, [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['RAR', 0, [0x52, 0x61, 0x72, 0x21, 0x1a, 7]],
  ['bzip2 (.bz2)', 0, [0x42, 0x5a, 0x68]],
  ['xz', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
  ['Zstandard (.zst)', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  // The mark of POSIX.1-1988 and of all later kinds of tar.
  ['tar', 257, [0x75, 0x73, 0x74, 0x61, 0x72]],
]

/** Why a file is not read that is an archive of another kind than zip; null for any other file. */
export function packedOtherwise(bytes: Uint8Array): string | null {
  const found = PACKINGS.find(([, at, begins]) => begins.every((byte, i) => bytes[at + i] === byte))
  return found === undefined
    ? null
    : `It is packed as ${found[0]}, and kith opens zip archives only; unpack it and import what is in it.`
}
