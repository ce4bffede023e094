import type { ReactElement } from 'react'
import { Trans } from 'react-i18next/TransWithoutContext'
import type { TextKey, VariablesOf } from './keys.ts'
import { i18n } from './texts.ts'

type Props<Key extends TextKey> = {
  readonly text: Key
  /** What the tags in the text stand for: `<a>…</a>` needs `{ a: <Anchor … /> }`. */
  readonly tags: Readonly<Record<string, ReactElement>>
} & (keyof VariablesOf<Key> extends never
  ? { readonly variables?: never }
  : { readonly variables: VariablesOf<Key> })

/** A text with elements inside, such as a link in a sentence, so that each language can put it where it belongs. */
export const Rich = <Key extends TextKey>({ text, tags, variables }: Props<Key>) => {
  const values: Record<string, unknown> = Object.fromEntries(Object.entries(variables ?? {}))
  const count = values['count']
  return (
    <Trans
      i18n={i18n}
      i18nKey={text}
      components={tags}
      values={values}
      {...(typeof count === 'number' ? { count } : {})}
    />
  )
}
