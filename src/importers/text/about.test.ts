import { expect, test } from 'vitest'
import { about } from './about.ts'

test('the tags of the author come first, then the words of the text, each once', () => {
  expect(about('Our ferry needs a new harbour #Ferry', ['#Ferry', 'Boats'])).toEqual({
    keywords: ['ferry', 'boats', 'harbour'],
  })
})

test('names of accounts, markup and links are no topics', () => {
  expect(about('<p>@ada@sea.example and @ben &amp; <b>harbours</b> https://x.example/tides</p>')).toEqual({
    keywords: ['harbours'],
  })
})

test('a text that tells nothing has no keywords', () => {
  for (const text of ['', 'ok!', '👍', '@ada']) expect(about(text)).toEqual({})
  expect(about('', ['', '#', 'x'.repeat(200)])).toEqual({})
})
