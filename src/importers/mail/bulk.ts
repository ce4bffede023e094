import type { Headers } from './headers.ts'

/**
 * Whether the headers say that a program sent it, or that it went to a list (FORMATS 1.4). X-Auto-Response-Suppress
 * is no sign of it: ordinary Exchange mail carries it.
 */
export function saysBulk(headers: Headers): boolean {
  if (headers.has('list-id') || headers.has('list-unsubscribe') || headers.has('list-post')) return true
  if (headers.has('feedback-id') || headers.has('x-autoreply')) return true
  const precedence = headers.raw('precedence')
  if (precedence !== undefined && /^\s*(?:bulk|list|junk|auto_reply)\b/i.test(precedence)) return true
  const auto = headers.raw('auto-submitted')
  if (auto !== undefined && !/^\s*no\s*(?:[;(]|$)/i.test(auto)) return true
  const spam = headers.raw('x-spam-flag')
  if (spam !== undefined && /^\s*yes\b/i.test(spam)) return true
  const path = headers.raw('return-path')
  if (path !== undefined && /^<\s*>/.test(path)) return true
  const type = headers.raw('content-type')
  return type !== undefined && /^\s*multipart\/report\b/i.test(type)
}
