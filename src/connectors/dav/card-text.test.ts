import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cardFields, editedCard } from './card-text.ts'

const card = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Ann Lee',
  'N:Lee;Ann;;;',
  'item1.EMAIL;TYPE=WORK:ann@b.example',
  'TEL;TYPE=CELL:+49 (30) 123 456',
  'NOTE:one\\, two\\nthree',
  'PHOTO;ENCODING=b:AAAA',
  ' BBBB',
  'X-ANYTHING:as it was',
  'END:VCARD',
  '',
].join('\r\n')

test('a card says what can be changed in it', () => {
  expect(cardFields(card)).toEqual({
    name: 'Ann Lee',
    mails: ['ann@b.example'],
    phones: ['+49 (30) 123 456'],
    note: 'one, two\nthree',
  })
})

test('an edit changes what it names, and leaves every other line', () => {
  const edited = editedCard(card, {
    name: 'Ann Mary Smith',
    mail: 'ann@c.example',
    phone: '+44 20 1',
    note: 'new',
  })
  expect(edited.split('\r\n')).toEqual([
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Ann Mary Smith',
    'N:Smith;Ann Mary;;;',
    'item1.EMAIL;TYPE=WORK:ann@b.example',
    'TEL;TYPE=CELL:+49 (30) 123 456',
    'NOTE:new',
    'PHOTO;ENCODING=b:AAAABBBB',
    'X-ANYTHING:as it was',
    'EMAIL:ann@c.example',
    'TEL:+44 20 1',
    'END:VCARD',
    '',
  ])
})

test('what stands there already is not added again; an empty note is taken out', () => {
  expect(cardFields(editedCard(card, { mail: 'ANN@b.example', phone: '+4930123456' }))).toEqual(
    cardFields(card),
  )
  expect(editedCard(card, { note: '' })).not.toContain('NOTE')
})

test('whatever is written is read back, in lines of at most 75 octets', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), (text) => {
      const note = text
        .replace(/\r/g, '')
        .replace(/\p{Cc}/gu, '')
        .trim()
      if (note === '') return
      const edited = editedCard(card, { note })
      expect(cardFields(edited).note).toBe(note)
      for (const line of edited.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    }),
  )
})
