/**
 * Text that every engine stores as it is: PostgreSQL refuses the character NUL, and halves of a surrogate pair have
 * no UTF-8. Broken files hold both.
 */
export const plainText = (text: string): string =>
  (text.includes('\0') ? text.replaceAll('\0', '') : text).toWellFormed()

export const plainTextOrNull = (text: string | null): string | null =>
  text === null ? null : plainText(text)
