import { KithError } from '#core/model/errors.ts'

/** Stops here when the user has cancelled. */
export function stopIfAborted(signal: AbortSignal): void {
  if (signal.aborted)
    throw new KithError(
      'interrupted',
      'Stopped. What was read so far is stored; the next time goes on from there.',
    )
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** What the network says, in words; null for what is none of its errors. */
function networkSentence(host: string, code: string): string | null {
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `There is no server ${host}, or no network: check the name and try again.`
  if (code === 'ECONNREFUSED') return `${host} refuses the connection: check the name and the port.`
  if (code === 'CERT_HAS_EXPIRED')
    return `The certificate of ${host} has expired: whoever runs it has to renew it.`
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS/.test(code))
    return `${host} shows a certificate that this machine does not trust (${code}); for one of your own, name its authority in NODE_EXTRA_CA_CERTS.`
  if (/TIMEOUT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH/i.test(code))
    return `${host} does not answer: check the name and the port, or try again later.`
  if (/ECONNRESET|EPIPE|NoConnection|EConnectionClosed|UND_ERR_SOCKET/.test(code))
    return `The connection to ${host} was cut; the next time goes on from where it stopped.`
  return null
}

/**
 * Whatever went wrong with a server, as one plain sentence. Causes are not kept: an error of a network library holds
 * the request, and with it the secret.
 */
export function failureOf(error: unknown, host: string): KithError {
  if (error instanceof KithError) return error
  const within = typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined
  for (const one of [error, within]) {
    const sentence = networkSentence(host, codeOf(one))
    if (sentence !== null) return new KithError('unreadable', sentence)
  }
  return new KithError('unreadable', `${host} did not answer as it should; try again later.`)
}

/** The server does not let this user in. */
export const refusedLogin = (host: string, user: string, hint: string): KithError =>
  new KithError('forbidden', `${host} refuses to let ${user} in: ${hint}`)
