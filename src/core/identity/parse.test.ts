import { expect, test } from 'vitest'
import { identitiesOf } from './parse.ts'

test.each([
  ['Jane@Acme.example', { kind: 'mail', value: 'jane@acme.example' }],
  ['+49 170 12345-67', { kind: 'phone', value: '+491701234567' }],
  ['https://www.linkedin.com/in/jane/', { kind: 'linkedin', value: 'jane' }],
  ['linkedin:jane', { kind: 'linkedin', value: 'jane' }],
  ['social.example/@jane', { kind: 'profile', value: 'social.example/@jane' }],
  ['138', { kind: 'label', value: '138' }],
])('%s is first of all %o', (word, identity) => expect(identitiesOf(word)[0]).toEqual(identity))

test('nothing stands for nobody', () => expect(identitiesOf('  ')).toEqual([]))
