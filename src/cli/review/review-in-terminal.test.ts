import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { KeyScreen } from '../key-screen.ts'
import { keyName } from '../key-screen.ts'
import { runKith } from '../testing/run-kith.ts'

const folder = mkdtempSync(join(tmpdir(), 'kith-sitting-'))

/** A terminal whose keys are given, and whose screens are kept. */
function scripted(keys: readonly string[]): { readonly screen: KeyScreen; readonly drawn: string[] } {
  const drawn: string[] = []
  const left = [...keys]
  return {
    drawn,
    screen: {
      width: () => 80,
      open: () => drawn.push('(opened)'),
      close: () => drawn.push('(closed)'),
      draw: (lines) => drawn.push(lines.join('\n')),
      next: () => Promise.resolve(left.shift() ?? null),
    },
  }
}

async function kith(words: readonly string[], screen: KeyScreen | null = null): Promise<string> {
  const { out, err } = await runKith(words, { env: { KITH_DB: join(folder, 'kith.db') }, screen })
  return out + err
}

const card = (name: string, mail: string): string =>
  `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nEMAIL:${mail}\nORG:Quarrybridge\nEND:VCARD\n`

beforeAll(async () => {
  const file = join(folder, 'contacts.vcf')
  writeFileSync(
    file,
    [
      card('Tamsin Thackray', 'tamsin.thackray@quarrybridge.example'),
      card('T. Thackray', 'tthackray@quarrybridge.example'),
      card('Percy Oakshott', 'percy.oakshott@umbervale.example'),
      card('P. Oakshott', 'poakshott@umbervale.example'),
    ].join(''),
  )
  await kith(['import', file, '--me', 'me@self.example'])
})

test('one sitting: the next, the one before, the same, taken back, another time, the end', async () => {
  const { screen, drawn } = scripted(['j', 'k', 'm', 'u', 's', 'q'])
  const out = await kith(['review'], screen)
  expect(drawn[0]).toBe('(opened)')
  expect(drawn.at(-1)).toBe('(closed)')
  const said = drawn.slice(1, -1)
  expect(said[0]).toMatch(/^Same person\? 1 of 2, .+ % sure/)
  expect(said[1]).toMatch(/^Same person\? 2 of 2/)
  expect(said[2]).toBe(said[0])
  expect(said[3]).toContain('are one person now.')
  expect(said[3]).toMatch(/^Same person\? 1 of 1/)
  expect(said[4]).toContain('Taken back')
  expect(said[4]).toMatch(/of 2/)
  expect(said[5]).toContain('left for another time')
  expect(out).toContain('0 merged, 0 told apart, 2 left.')
})

test('with a limit, as JSON or through a pipe the questions are listed', async () => {
  const { screen, drawn } = scripted(['q'])
  expect(await kith(['review', '--limit', '1'], screen)).toContain('2 questions.')
  expect(JSON.parse(await kith(['review', '--json'], screen))).toHaveLength(2)
  expect(await kith(['review'])).toContain('times as likely')
  expect(drawn).toEqual([])
})

test('decided to the end there is nothing left, and the sitting says how to take it back', async () => {
  const { screen, drawn } = scripted(['n', 'n'])
  const out = await kith(['review'], screen)
  expect(drawn.at(-2)).toContain('Nothing to decide')
  expect(out).toMatch(/0 merged, 2 told apart, 0 left\. Take the last one back with: kith undo \d+/)
  expect(await kith(['review'], screen)).toContain('Nothing to decide')
})

test('keys are called by what they do', () => {
  expect(keyName('j', { name: 'j' })).toBe('j')
  expect(keyName('J', { name: 'j' })).toBe('j')
  expect(keyName(undefined, { name: 'up' })).toBe('up')
  expect(keyName('\u0003', { name: 'c', ctrl: true })).toBe('ctrl-c')
  expect(keyName('?', { sequence: '?' })).toBe('?')
})
