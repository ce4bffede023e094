import fc from 'fast-check'

// For tests: what happens to files on their way, as fast-check draws it.

/** One act of damage: cut, flip a bit, remove a stretch, repeat a stretch, put in junk. Places are shares of the length. */
type Damage = {
  readonly kind: 'cut' | 'flip' | 'remove' | 'repeat' | 'junk'
  readonly at: number
  readonly size: number
}

/** Even over the length: `fc.double` draws nearly all of its numbers so close to 0 that they mean the first byte. */
const share = fc.noBias(fc.integer({ min: 0, max: 1_000_000 })).map((part) => part / 1_000_000)

const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('cut', 'flip', 'remove', 'repeat', 'junk'),
  at: share,
  size: fc.integer({ min: 0, max: 255 }),
})

/** One to four acts of damage. */
export const damages = fc.array(damage, { minLength: 1, maxLength: 4 })

const JUNK = [
  '"',
  '\0',
  '\r',
  '\n',
  '=',
  ';',
  ':',
  '{',
  ']',
  ',',
  '\\x1',
  'BEGIN:VCARD\n',
  'END:VEVENT\n',
  '<sms',
  '\nFrom ',
  '\uFEFF',
  'é',
  '9'.repeat(40),
  ' \n ',
]

export function damaged(bytes: Uint8Array, { kind, at, size }: Damage): Uint8Array {
  const place = Math.floor(at * bytes.length)
  switch (kind) {
    case 'cut':
      return bytes.slice(0, place)
    case 'flip': {
      // `slice` of a Buffer would share its memory, and the damage stay for all runs after.
      const copy = Uint8Array.from(bytes)
      copy[place] = (copy[place] ?? 0) ^ (1 << (size % 8))
      return copy
    }
    case 'remove':
      return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + size)])
    case 'repeat':
      return Buffer.concat([bytes.subarray(0, place + size), bytes.subarray(place)])
    case 'junk':
      return Buffer.concat([
        bytes.subarray(0, place),
        Buffer.from(JUNK[size % JUNK.length] ?? ''),
        bytes.subarray(place),
      ])
  }
}
