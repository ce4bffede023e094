/** The source of what an address alone says of where somebody works. */
export const MAIL_SOURCE = 'mail'
