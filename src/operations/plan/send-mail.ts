import { z } from 'zod'
import { KithError } from '#core/model/errors.ts'

/** Where the digest goes; the password is not among it, kith never stores one. */
export const mailSettings = z.object({
  host: z.string().trim().min(1).max(255).describe('Mail server, such as smtp.example.org'),
  port: z.coerce.number().int().min(1).max(65_535).default(465).describe('Port of the mail server'),
  secure: z.boolean().default(true).describe('TLS from the first byte (port 465); else STARTTLS is required'),
  user: z.string().trim().max(255).optional().describe('User name on the server'),
  from: z.email().describe('The address it comes from'),
  to: z.email().describe('The address it goes to'),
})
export type MailSettings = z.output<typeof mailSettings>

const TIMEOUT_MS = 30_000

/**
 * Sends one letter over an encrypted connection; the password, where a user is set, comes from the environment.
 * @throws KithError 'unreadable' that says what the server answered
 */
export async function sendMail(
  { host, port, secure, user, from, to }: MailSettings,
  letter: { readonly subject: string; readonly text: string; readonly html: string },
): Promise<void> {
  const pass = process.env['KITH_SMTP_PASSWORD']
  if (user !== undefined && pass === undefined)
    throw new KithError(
      'invalid-input',
      'The mail server asks for a password: put it into $KITH_SMTP_PASSWORD, kith does not store it.',
    )
  // On this machine (a relay of one's own) there may be no certificate; anywhere else encryption is a must.
  const local = host === 'localhost' || host === '127.0.0.1'
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !secure && !local,
    ...(local && !secure ? { ignoreTLS: true } : {}),
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(user === undefined ? {} : { auth: { user, pass: pass ?? '' } }),
  })
  try {
    await transport.sendMail({ from, to, ...letter })
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error)
    throw new KithError('unreadable', `${host}:${port} did not take the digest: ${said}`, { cause: error })
  } finally {
    transport.close()
  }
}
