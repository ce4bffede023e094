import {
  chmodSync,
  createWriteStream,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { foldersFor, put } from '#testing/folders.ts'
import yazl from 'yazl'
import { KithError } from '#core/model/errors.ts'
import { HEAD_BYTES } from '#importers/importer.ts'
import { CHUNK_BYTES } from './file-bytes.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { measure, type Opened, openPaths } from './open-paths.ts'

const { newFolder, drop } = foldersFor('intake')
afterAll(drop)
type Content = readonly (readonly [path: string, content: string | Buffer])[]
const zip = async (file: string, content: Content): Promise<string> => {
  const archive = new yazl.ZipFile()
  for (const [path, bytes] of content)
    if (path.endsWith('/')) archive.addEmptyDirectory(path)
    else archive.addBuffer(Buffer.from(bytes), path)
  archive.end()
  await pipeline(archive.outputStream, createWriteStream(file))
  return file
}

const all = async (paths: readonly string[], limits?: Limits): Promise<Opened[]> => {
  const out: Opened[] = []
  for await (const opened of openPaths(paths, limits)) out.push(opened)
  return out
}
/** Paths below the test's folder, and the sentences of problems. */
const seen = async (folder: string, paths: readonly string[], limits?: Limits): Promise<string[]> =>
  (await all(paths, limits)).map((opened) =>
    ('problem' in opened ? `${opened.path}: ${opened.problem}` : opened.entry.path).replaceAll(
      `${folder}/`,
      '',
    ),
  )
const content = async (opened: Opened | undefined): Promise<Buffer> => {
  if (opened === undefined || 'problem' in opened) throw new Error('nothing was opened')
  const parts: Buffer[] = []
  // A chunk may be used again: what is kept is copied.
  for await (const chunk of opened.entry.bytes()) parts.push(Buffer.from(chunk))
  return Buffer.concat(parts)
}
const noise = (length: number): Buffer =>
  Buffer.from(Uint8Array.from({ length }, (_, i) => (i * i * 31 + (i >> 7)) & 255))

describe('files and folders', () => {
  test('a folder gives all files below it in sorted order, without what systems leave behind', async () => {
    const folder = newFolder()
    for (const path of [
      'b.txt',
      'a/z.txt',
      'a/B.txt',
      'a/.Sent/cur/1:2,S',
      '.DS_Store',
      '._b.txt',
      '__MACOSX/b.txt',
      'Thumbs.db',
      'c',
    ])
      put(folder, path, 'x')
    expect(await seen(folder, [folder])).toEqual(['a/.Sent/cur/1:2,S', 'a/B.txt', 'a/z.txt', 'b.txt', 'c'])
    expect(await seen(folder, [join(folder, 'c'), join(folder, 'a')])).toEqual([
      'c',
      'a/.Sent/cur/1:2,S',
      'a/B.txt',
      'a/z.txt',
    ])
    expect(await measure([folder])).toEqual({ files: 5, bytes: 5 })
  })

  test.each([0, 1, HEAD_BYTES - 1, HEAD_BYTES, HEAD_BYTES + 1, CHUNK_BYTES, 3 * CHUNK_BYTES + 7])(
    'a file of %i bytes is given whole, with its beginning, as often as it is asked for',
    async (size) => {
      const bytes = noise(size)
      const [opened] = await all([put(newFolder(), 'x', bytes)])
      if (opened === undefined || 'problem' in opened) throw new Error('nothing was opened')
      expect(opened.entry.size).toBe(size)
      expect(bytes.subarray(0, HEAD_BYTES).equals(opened.head.bytes)).toBe(true)
      expect((await content(opened)).equals(bytes)).toBe(true)
      expect((await content(opened)).equals(bytes)).toBe(true)
    },
  )

  test('reading may stop at any chunk', async () => {
    const [opened] = await all([put(newFolder(), 'x', noise(5 * CHUNK_BYTES))])
    if (opened === undefined || 'problem' in opened) throw new Error('nothing was opened')
    let chunks = 0
    for await (const chunk of opened.entry.bytes()) {
      expect(chunk.length).toBe(CHUNK_BYTES)
      if (++chunks === 2) break
    }
    expect(chunks).toBe(2)
  })

  test('links that lead in a circle end, and a folder reached twice is read once', async () => {
    const folder = newFolder()
    put(folder, 'a/x', '1')
    symlinkSync(folder, join(folder, 'a', 'up'))
    symlinkSync(join(folder, 'a'), join(folder, 'b'))
    symlinkSync(join(folder, 'self'), join(folder, 'self'))
    expect(await seen(folder, [folder])).toEqual([
      'a/x',
      expect.stringMatching(/^self: .* links lead in a circle/),
    ])
    rmSync(join(folder, 'a', 'up'))
    expect(await seen(folder, [join(folder, 'b'), join(folder, 'a')])).toEqual(['b/x'])
  })

  test('what lies beside a file is found from there, in a folder as in an archive, and is one entry', async () => {
    const folder = newFolder()
    put(folder, 'export/a/day.json', '1')
    put(folder, 'export/b/day.json', '2')
    put(folder, 'export/members.json', 'members')
    await zip(join(folder, 'export.zip'), [
      ['top/a/day.json', '1'],
      ['top/b/day.json', '2'],
      ['top/members.json', 'members'],
    ])
    for (const place of [join(folder, 'export'), join(folder, 'export.zip')]) {
      const found = (await all([place])).flatMap((opened) => ('entry' in opened ? [opened.entry] : []))
      const [a, b] = found.filter(({ path }) => path.endsWith('day.json'))
      const members = a?.beside?.('../members.json')
      expect(members).toBe(b?.beside?.('../members.json'))
      expect(members?.path.endsWith('members.json')).toBe(true)
      const parts: Uint8Array[] = []
      for await (const chunk of members?.bytes() ?? []) parts.push(Buffer.from(chunk))
      expect(Buffer.concat(parts).toString()).toBe('members')
      expect(a?.beside?.('../nothing.json')).toBeNull()
      expect(a?.beside?.('../b')).toBeNull()
    }
  })

  test('a path that is not there is wrong usage, before anything is read', async () => {
    const folder = newFolder()
    const file = put(folder, 'x', '1')
    for (const missing of [join(folder, 'nothing'), join(file, 'below')]) {
      await expect(all([file, missing])).rejects.toMatchObject({ code: 'usage' })
      await expect(measure([missing])).rejects.toThrow(/There is no file or folder/)
    }
  })

  test('folders within folders end at the limit', async () => {
    const folder = newFolder()
    put(folder, 'a/b/c/x', '1')
    const limits = { ...defaultLimits, folderDepth: 3 }
    expect(await seen(folder, [folder], limits)).toEqual([
      expect.stringMatching(/^a\/b\/c: Its folders lie too deep/),
    ])
  })

  // The root user reads everything.
  test.skipIf(process.getuid?.() === 0)(
    'a file one may not read is a problem, and the rest goes on',
    async () => {
      const folder = newFolder()
      chmodSync(put(folder, 'a', '1'), 0)
      put(folder, 'b', '2')
      expect(await seen(folder, [folder])).toEqual([expect.stringMatching(/^a: .*permissions/), 'b'])
    },
  )

  test('a file that vanishes while it waits is told in a sentence', async () => {
    const folder = newFolder()
    const file = put(folder, 'x', noise(HEAD_BYTES + 1))
    const [opened] = await all([file])
    rmSync(file)
    await expect(content(opened)).rejects.toThrow(/cannot read .*x: it is not there any more/)
    await expect(content(opened)).rejects.toBeInstanceOf(KithError)
  })
})

describe('archives', () => {
  test('are read in place, in sorted order, with the folders within them', async () => {
    const folder = newFolder()
    const big = noise(300_000)
    const file = await zip(join(folder, 'export.zip'), [
      ['Takeout/Mail/b.mbox', big],
      ['Takeout/Mail/a.mbox', 'From -'],
      ['Takeout/leer/', ''],
      ['__MACOSX/Takeout/._a.mbox', 'x'],
      ['Takeout/.DS_Store', 'x'],
      ['Ünïcode/日本.csv', 'x'],
    ])
    expect(await seen(folder, [folder])).toEqual([
      'export.zip/Takeout/Mail/a.mbox',
      'export.zip/Takeout/Mail/b.mbox',
      'export.zip/Ünïcode/日本.csv',
    ])
    expect(await measure([file])).toEqual({ files: 3, bytes: 300_007 })
    const opened = await all([file])
    // Long after the archive was gone through, too.
    expect((await content(opened[1])).equals(big)).toBe(true)
    expect((await content(opened[0])).toString()).toBe('From -')
    const b = opened[1]!
    expect('head' in b && big.subarray(0, HEAD_BYTES).equals(b.head.bytes) && b.head.size === 300_000).toBe(
      true,
    )
  })

  test('are told by content: a zip by any name, and an office document is no archive', async () => {
    const folder = newFolder()
    await zip(join(folder, 'a.download'), [['x.csv', 'x']])
    await zip(join(folder, 'b.csv'), [
      ['[Content_Types].xml', '<x/>'],
      ['xl/workbook.xml', '<x/>'],
    ])
    put(folder, 'c.zip', 'no archive at all')
    expect(await seen(folder, [folder])).toEqual(['a.download/x.csv', 'b.csv', 'c.zip'])
  })

  test('a truncated archive is a problem, and the rest goes on', async () => {
    const folder = newFolder()
    const file = await zip(join(folder, 'a.zip'), [['x', noise(5_000)]])
    truncateSync(file, 3_000)
    put(folder, 'b', '2')
    expect(await seen(folder, [folder])).toEqual([
      'a.zip: The archive a.zip is damaged or was cut off; download or copy it again, or unpack it and import the folder.',
      'b',
    ])
    expect(await measure([folder])).toEqual({ files: 2, bytes: 3_001 })
  })

  test('a damaged file in an archive costs that file', async () => {
    const folder = newFolder()
    const file = await zip(join(folder, 'a.zip'), [
      ['a', noise(5_000)],
      ['b', 'fine'],
    ])
    const bytes = readFileSync(file)
    bytes.fill(0xff, 100, 140)
    writeFileSync(file, bytes)
    expect(await seen(folder, [file])).toEqual([
      expect.stringMatching(/^a\.zip\/a: a in the archive a\.zip is damaged/),
      'a.zip/b',
    ])
  })

  test('an archive within an archive is to be unpacked first', async () => {
    const folder = newFolder()
    const inner = readFileSync(await zip(join(folder, 'inner.zip'), [['x', '1']]))
    const outer = await zip(join(folder, 'outer.zip'), [
      ['inner.zip', inner],
      ['x', '1'],
    ])
    expect(await seen(folder, [outer])).toEqual([
      expect.stringMatching(/^outer\.zip\/inner\.zip: .*unpack the outer one first/),
      'outer.zip/x',
    ])
  })

  test('an archive of another kind is to be unpacked first, also within a zip', async () => {
    const folder = newFolder()
    const tar = Buffer.alloc(1_024)
    tar.write('ustar', 257)
    put(folder, 'takeout.tgz', gzipSync('text'))
    put(folder, 'a.7z', Buffer.from('7z\xbc\xaf\x27\x1c\0\0', 'latin1'))
    put(folder, 'a.tar', tar)
    await zip(join(folder, 'z.zip'), [['in/a.rar', Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')]])
    const reason = (packing: string): string =>
      `It is packed as ${packing}, and kith opens zip archives only; unpack it and import what is in it.`
    expect(await seen(folder, [folder])).toEqual([
      `a.7z: ${reason('7-Zip (.7z)')}`,
      `a.tar: ${reason('tar')}`,
      `takeout.tgz: ${reason('gzip (.gz, .tgz)')}`,
      `z.zip/in/a.rar: ${reason('RAR')}`,
    ])
  })

  test('a name that leads out of the archive is left alone', async () => {
    const folder = newFolder()
    const file = await zip(join(folder, 'a.zip'), [
      ['good', '1'],
      ['xx/evil', '1'],
    ])
    writeFileSync(
      file,
      Buffer.from(readFileSync(file).toString('latin1').replaceAll('xx/evil', '../evil'), 'latin1'),
    )
    expect(await seen(folder, [file])).toEqual([
      expect.stringMatching(/^a\.zip\/\.\.\/evil: Its name leads out/),
      'a.zip/good',
    ])
  })

  test('encrypted and strangely packed files are problems', async () => {
    const folder = newFolder()
    const file = await zip(join(folder, 'a.zip'), [
      ['locked', '1'],
      ['odd', '1'],
    ])
    const bytes = readFileSync(file)
    // Bit 0 of the flags of the first entry, the method of the second, in the table of contents.
    const first = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
    bytes[first + 8]! |= 1
    bytes[bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), first + 4) + 10] = 9
    writeFileSync(file, bytes)
    expect(await seen(folder, [file])).toEqual([
      'a.zip/locked: It is encrypted; unpack the archive with its password first.',
      'a.zip/odd: It is packed by a method kith does not know; unpack the archive first.',
    ])
  })

  test('an empty archive says so', async () => {
    const folder = newFolder()
    expect(await seen(folder, [await zip(join(folder, 'a.zip'), [])])).toEqual([
      'a.zip: The archive is empty.',
    ])
  })

  test.each([-1, 1])(
    'a file that is not as long as its archive says (%i byte off) is damaged',
    async (off) => {
      const folder = newFolder()
      const length = 3 * HEAD_BYTES
      const file = await zip(join(folder, 'a.zip'), [['long', noise(length)]])
      const bytes = readFileSync(file)
      // The directory at the end is what counts: its sizes, packed and whole, stand behind the checksum (APPNOTE 4.3.12).
      const entry = bytes.indexOf('PK\x01\x02', 0, 'latin1')
      expect(bytes.readUInt32LE(entry + 24)).toBe(length)
      bytes.writeUInt32LE(length + off, entry + 24)
      writeFileSync(file, bytes)
      const [opened] = await all([file])
      await expect(content(opened)).rejects.toThrow('long in the archive')
      if (opened === undefined || 'problem' in opened) throw new Error('nothing was opened')
      let read = 0
      try {
        for await (const chunk of opened.entry.bytes()) read += chunk.length
      } catch {
        // Told above.
      }
      expect(read).toBeLessThanOrEqual(length + Math.max(0, off))
    },
  )

  test('a zip bomb ends with a sentence', async () => {
    const folder = newFolder()
    const bomb = Buffer.alloc(defaultLimits.ratioFromBytes)
    const one = await zip(join(folder, 'one.zip'), [
      ['bomb', bomb],
      ['x', '1'],
    ])
    expect(await seen(folder, [one])).toEqual([
      expect.stringMatching(/^one\.zip\/bomb: It would unpack to [\d,]+ times its size/),
      'one.zip/x',
    ])
    const piece = bomb.subarray(0, defaultLimits.ratioFromBytes / 2)
    const many = await zip(join(folder, 'many.zip'), [
      ['a', piece],
      ['b', piece],
      ['c', piece],
    ])
    expect(await seen(folder, [many])).toEqual([
      expect.stringMatching(/^many\.zip: The archive many\.zip would unpack to [\d,]+ times/),
    ])
  })

  test('an archive of too many files or bytes ends with a sentence', async () => {
    const folder = newFolder()
    const file = await zip(join(folder, 'a.zip'), [
      ['a', noise(100)],
      ['b', noise(100)],
    ])
    expect(await seen(folder, [file], { ...defaultLimits, archiveEntries: 1 })).toEqual([
      'a.zip: The archive a.zip holds 2 files, more than the 1 that kith opens; unpack it and import the folder.',
    ])
    expect(await seen(folder, [file], { ...defaultLimits, archiveBytes: 199 })).toEqual([
      expect.stringMatching(/^a\.zip: .*more than the .* GB that kith opens/),
    ])
    expect(
      await seen(folder, [file], { ...defaultLimits, archiveEntries: 2, archiveBytes: 200 }),
    ).toHaveLength(2)
  })
})
