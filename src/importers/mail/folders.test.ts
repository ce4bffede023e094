import { expect, test } from 'vitest'
import { isSentFolder, readLabels } from './folders.ts'

test.each([
  'mailboxes/beck/_sent_mail.mbox',
  'mailboxes/beck/sent_items.mbox',
  'Profile/Mail/pop.example/Sent',
  'Takeout.zip/Takeout/Mail/Gesendet.mbox',
  'Mail/Envoyés.mbox/mbox',
  'Maildir/.INBOX.Sent/cur/1710.host,S=1:2,S',
  'Maildir/.Sent Items/new/1710.host',
  'export/Posta inviata/1.eml',
  '送信済みメール.mbox',
  'Wysłane',
  '보낸편지함.mbox',
])('%s holds sent mail', (path) => {
  expect(isSentFolder(path)).toBe(true)
})

test.each([
  'inbox.mbox',
  '/home/sent/mail/inbox.mbox',
  'Maildir/cur/1710.host',
  'presents.mbox',
  'to be sent tomorrow.mbox',
])('%s does not', (path) => {
  expect(isSentFolder(path)).toBe(false)
})

const said = (raw: string | undefined): string[] =>
  Object.entries(readLabels(raw)).flatMap(([name, is]) => (is ? [name] : []))

test.each([
  ['Archived,Sent', ['sent']],
  ['=?UTF-8?Q?Envoy=C3=A9s,Important?=', ['sent']],
  ['=?UTF-8?Q?Entw=C3=BCrfe?=', ['draft']],
  ['Inbox,"Money, sent",Opened', []],
  ['Spam,Unread', ['spam']],
  ['Papierkorb', ['trash']],
  ['=?UTF-8?B?44K044Of566x?=', ['trash']],
  ['=?UTF-8?B?55Sz44GX6L6844G/?=', []],
  ['Chat', ['chat']],
  ['"Trash talk",Chats with Ann', []],
  [undefined, []],
])('the labels %s say %s: decoded first, then split outside quotes', (raw, expected) => {
  expect(said(raw)).toEqual(expected)
})
