import { Fragment, type ReactElement, cloneElement } from 'react'
import type { ArgumentsOf, TextKey } from './keys.ts'
import { t } from './texts.ts'

type Props<Key extends TextKey> = {
  readonly text: Key
  /** What the tags in the text stand for: `<a>…</a>` needs `{ a: <Anchor … /> }`. */
  readonly tags: Readonly<Record<string, ReactElement>>
  /** As `t` takes them. */
  readonly variables: ArgumentsOf<Key>
}

/** A text with elements inside, such as a link in a sentence, so that each language can put it where it belongs. */
export const Rich = <Key extends TextKey>({ text, tags, variables }: Props<Key>) => {
  // Split at its tags a text gives, over and over: words, the name of a tag, what stands inside it.
  const pieces = t(text, ...variables).split(/<(\w+)>(.*?)<\/\1>/)
  return pieces.map((piece, at) => {
    if (at % 3 === 0) return <Fragment key={at}>{piece}</Fragment>
    const element = at % 3 === 1 ? tags[piece] : undefined
    return element === undefined ? null : cloneElement(element, { key: at }, pieces[at + 1])
  })
}
