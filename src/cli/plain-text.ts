/** Control characters but tabs and line ends, and marks that turn the direction of all that follows on a line. */
const COMMANDS = /\r(?!\n)|(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu

/** A text without what a terminal would obey: names and subjects come from strangers. */
export const plainText = (text: string): string => text.replace(COMMANDS, '')
