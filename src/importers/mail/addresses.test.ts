import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_ADDRESSES, parseAddresses } from './addresses.ts'

const entries = (raw: string): string[] =>
  parseAddresses(raw).map(({ name, address }) => `${name}|${address}`)

test.each([
  ['a@b.example', ['|a@b.example']],
  ['Ann Lee <a@b.example>', ['Ann Lee|a@b.example']],
  ['"Lee, Ann" <a@b.example>, c@d.example', ['Lee, Ann|a@b.example', '|c@d.example']],
  ['"Ann \\"Al\\" Lee" <a@b.example>', ['Ann "Al" Lee|a@b.example']],
  ['a@b.example (Ann Lee)', ['Ann Lee|a@b.example']],
  ['ann at b.example (Ann Lee)', ['Ann Lee|ann@b.example']],
  ['a@b.example; c@d.example;', ['|a@b.example', '|c@d.example']],
])('what everybody writes: %s', (raw, expected) => {
  expect(entries(raw)).toEqual(expected)
})

test.each([
  ['pete(his account)@silly.example(his host)', ['|pete@silly.example']],
  ['Pete(A \\) chap) <pete(his account)@silly.example(his host)>', ['Pete(A \\) chap)|pete@silly.example']],
  ['<@machine.example:mary@example.net>', ['|mary@example.net']],
  ['Mary Smith <@node.example,@relay.example:mary@example.net>', ['Mary Smith|mary@example.net']],
  [
    'A Group:Ed <ed@a.example>,joe@b.example,John <j@c.example>;',
    ['Ed|ed@a.example', '|joe@b.example', 'John|j@c.example'],
  ],
  ['undisclosed-recipients:;', []],
  ['j . doe @ b . example', ['|j.doe@b.example']],
  ['Joe Q. Public <john.q.public@example.com>', ['Joe Q. Public|john.q.public@example.com']],
  ['"s t"@x.example, b@x.example', ['|"s t"@x.example', '|b@x.example']],
  ['Sam <"s t"@x.example>', ['Sam|"s t"@x.example']],
  ['"s, t"@x.example (Sam)', ['Sam|"s, t"@x.example']],
  ['"s \\"t"@x.example', ['|"s \\"t"@x.example']],
  ['"s.t"@x.example', ['|s.t@x.example']],
  ['"s t" @x.example', ['|"s t"@x.example']],
])('obsolete forms of RFC 5322: %s', (raw, expected) => {
  expect(entries(raw)).toEqual(expected)
})

test.each([
  ['John, Smith <j@x.example>', ['John, Smith|j@x.example']],
  [
    'Wilson, Shona </O=F/CN=S>, Beck, Sally </O=F/CN=B>',
    ['Wilson, Shona|/O=F/CN=S', 'Beck, Sally|/O=F/CN=B'],
  ],
  ['sbeck, John Smith <j@x.example>', ['|sbeck', 'John Smith|j@x.example']],
  ['mailto:j@x.example', ['|j@x.example']],
  ['Jo Doe j@x.example', ['Jo Doe|j@x.example']],
  ['Sally Beck/HOU/ECT@ECT', ['|Sally Beck/HOU/ECT@ECT']],
  ['"Cindy White" <cwhite@v.example> @ FIRM', ['Cindy White|cwhite@v.example']],
  ['Ann <a@b.example', ['Ann|a@b.example']],
  ['"Ann <a@b.example>', ['Ann|a@b.example']],
  ['<>', []],
  ['Undisclosed recipients', []],
  ['a@b.example <a@b.example>', ['a@b.example|a@b.example']],
  [', ,;', []],
])('what programs make of it: %s', (raw, expected) => {
  expect(entries(raw)).toEqual(expected)
})

test('a display name of 10 kB does not cost the address', () => {
  const [only] = parseAddresses(`"${'x'.repeat(10_240)}" <a@b.example>`)
  expect(only?.address).toBe('a@b.example')
  expect(only?.name.length).toBeLessThan(2_000)
})

test('a list ends at its limit', () => {
  expect(parseAddresses('a@b.example,'.repeat(MAX_ADDRESSES + 50))).toHaveLength(MAX_ADDRESSES)
})

test('signs in any order never throw, and never make an empty address', () => {
  const signs = fc.constantFrom(
    '"',
    '(',
    ')',
    '<',
    '>',
    ',',
    ';',
    ':',
    '@',
    '\\',
    ' ',
    'a',
    'b.example',
    '=?',
    '\x80',
  )
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 60 }), (parts) => {
      for (const { address } of parseAddresses(parts.join(''))) expect(address).not.toBe('')
    }),
    { numRuns: 500 },
  )
})
