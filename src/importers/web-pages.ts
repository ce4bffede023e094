import type { Head } from './importer.ts'
import { headText } from './text/decode.ts'

/** What to ask for instead of the web pages that programs export unless told otherwise. */
const PAGES: readonly (readonly [marks: RegExp, instead: string])[] = [
  [
    /class="(?:page_wrap|message (?:default|service))/,
    'It is the page for browsers that Telegram exports: export again and choose "Machine-readable JSON".',
  ],
  [
    /uiBoxWhite noborder|class="[^"]*\b_a6-[a-z]\b/,
    'It is the page for browsers that Facebook and Instagram export: export again and choose JSON.',
  ],
]

/**
 * How to get what can be read instead of a web page; null for what is none, or of no program whose other format kith
 * reads. Pages say less, in words of every language, and change with every design.
 */
export function insteadOfPage(head: Head): string | null {
  const text = headText(head)
  if (text === null || !/^\s*<(?:!doctype\s|html|div)/i.test(text)) return null
  return PAGES.find(([marks]) => marks.test(text))?.[1] ?? null
}
