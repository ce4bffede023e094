const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * A text as it was written: Meta writes each byte of UTF-8 as a character of its own. Only what is wholly such bytes
 * is read again; correct text, and text that is no UTF-8, stays as it is.
 */
export function repairText(text: string): string {
  // oxlint-disable-next-line no-control-regex
  if (!/[\u0080-\u00FF]/.test(text) || /[^\u0000-\u00FF]/.test(text)) return text
  try {
    return utf8.decode(Buffer.from(text, 'latin1'))
  } catch {
    return text
  }
}
