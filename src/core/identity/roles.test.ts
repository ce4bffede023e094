import { expect, test } from 'vitest'
import { isRoleAddress } from './roles.ts'

test.each([
  'info@firm.example',
  'sales.emea@firm.example',
  'support+4711@firm.example',
  'press-office@firm.example',
  'rechnung@firma.example',
  'office.chairman@firm.example',
  'hr@firm.example',
])('%s is a role', (mail) => {
  expect(isRoleAddress(mail)).toBe(true)
})

test.each([
  'no-reply@shop.example',
  'noreply2@shop.example',
  'do_not_reply@shop.example',
  'nicht-antworten@bank.example',
  'mailer-daemon@mx.example',
  'mailer-daemon',
  'corp.announcements@firm.example',
  'jira-notifications@firm.example',
  'jira@firm.example',
  'no.address@firm.example',
  'messages-noreply@linkedin.com',
  'invitations@linkedin.com',
])('%s is a machine', (mail) => {
  expect(isRoleAddress(mail)).toBe(true)
})

test.each([
  'vim-users@vim.example',
  'owner-jazz@clubs.example',
  'jazz-request@clubs.example',
  'dl-ga-all_worldwide@firm.example',
  'all.houston@firm.example',
  'anything@lists.debian.example',
  'reading-circle@googlegroups.com',
])('%s is a list', (mail) => {
  expect(isRoleAddress(mail)).toBe(true)
})

test.each([
  'bounce+ann=firm.example@mailer.example',
  'b-1234-ann=firm.example@news-sender.example',
  'prvs=1234567890=ann@firm.example',
  'support@acme.zendesk.com',
  'reply+aaq4kx2pz3q7@reply.github.com',
  '0100018f2b3c4d5e-0a1b2c3d-0000-0000@eu.amazonses.com',
  'confirm_4_7ee084bfade9dcf934676975_ann@messenger.example',
  'faretracker_029978@travel.example',
  'league.297660@sport.example',
])('%s is made up by software', (mail) => {
  expect(isRoleAddress(mail)).toBe(true)
})

test.each([
  'sally.beck@firm.example',
  'j.list@firm.example',
  'mark.sales@firm.example',
  'c..gossett@firm.example',
  'mjones7@txu.example',
  'tjfarmer@juno.example',
  'ann+newsletters-i-read@firm.example',
  'bob',
  'hillary@firm.example',
  'alice.all-good@firm.example',
  'x9f3@firm.example',
  'ann_19850312@gmail.com',
  's1234567@uni.example',
  'andrew.reply@firm.example',
  'newsom@firm.example',
  'ruth.press@newscorp.example',
])('%s may be a person', (mail) => {
  expect(isRoleAddress(mail)).toBe(false)
})
