import { expect, test } from 'vitest'
import { memoryHead } from './text/entries.ts'
import { insteadOfPage } from './web-pages.ts'

test.each([
  [
    'Telegram',
    '<!DOCTYPE html>\n<html><body><div class="page_wrap"><div class="message default clearfix" id="message1">',
  ],
  [
    'Facebook',
    '<html><head></head><body class="_5vb_"><div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">',
  ],
  ['Instagram', '<html><body><div class="_a706"><h2 class="_3-95 _2pim _a6-h _a6-i">Ada</h2></div>'],
])('of a page of %s it is said what to choose instead', (program, page) => {
  expect(insteadOfPage(memoryHead('messages.html', page))).toMatch(
    new RegExp(`${program}.*export again and choose .*JSON`),
  )
})

test('other pages and texts are left alone', () => {
  for (const other of [
    '<!doctype html><title>Your archive</title><script src="data/manifest.js"></script>',
    'A mail about class="page_wrap" of Telegram',
    '{"messages":"<div class=\\"page_wrap\\">"}',
    '',
  ])
    expect(insteadOfPage(memoryHead('x.html', other))).toBeNull()
})
