import type { en } from './en/index.ts'

type Texts = typeof en

/** Addresses of all texts below T, `people.sort.name`; the two forms of a plural share one. */
type KeysOf<T> = {
  [Name in keyof T & string]: T[Name] extends string
    ? Name extends `${infer Base}_one`
      ? Base
      : Name extends `${infer Base}_other`
        ? `${Base}_one` extends keyof T
          ? never
          : Name
        : Name
    : `${Name}.${KeysOf<T[Name]>}`
}[keyof T & string]

/** The address of a text in the catalogue. */
export type TextKey = KeysOf<Texts>

/** The English text at an address; of a plural the form for many. */
type TextAt<T, Key extends string> = Key extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? TextAt<T[Head], Rest>
    : never
  : Key extends keyof T
    ? T[Key]
    : `${Key}_other` extends keyof T
      ? T[`${Key}_other`]
      : never

/** The names in double braces of a text. */
type VariablesIn<Text> = Text extends `${string}{{${infer Name}}}${infer Rest}`
  ? Name | VariablesIn<Rest>
  : never

type IsPlural<T, Key extends string> = Key extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? IsPlural<T[Head], Rest>
    : false
  : Key extends keyof T
    ? false
    : true

/** What a text needs to be said: every name in it, and a number where it has a plural. */
export type VariablesOf<Key extends TextKey> = {
  readonly [Name in Exclude<VariablesIn<TextAt<Texts, Key>>, 'count'>]: string | number
} & (true extends IsPlural<Texts, Key>
  ? { readonly count: number }
  : 'count' extends VariablesIn<TextAt<Texts, Key>>
    ? { readonly count: string | number }
    : unknown)

/** The second argument of `t`: left out where the text needs nothing. */
export type ArgumentsOf<Key extends TextKey> = keyof VariablesOf<Key> extends never
  ? []
  : [variables: VariablesOf<Key>]

/** The addresses of texts that need nothing, for tables of them. */
export type PlainKey = { [Key in TextKey]: keyof VariablesOf<Key> extends never ? Key : never }[TextKey]

/** The shape of a translation: the same addresses, no more and no fewer. */
export type Translation<T> = {
  readonly [Name in keyof T]: T[Name] extends string ? string : Translation<T[Name]>
}
