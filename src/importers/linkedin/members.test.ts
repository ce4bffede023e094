import { expect, test } from 'vitest'
import { isNobody } from './members.ts'

test('a hidden member is nobody in the languages of most exports', () => {
  for (const name of [
    'LinkedIn Member',
    'LinkedIn-Mitglied',
    'Membre LinkedIn',
    'Miembro de LinkedIn',
    'Utente LinkedIn',
  ])
    expect(isNobody(name)).toBe(true)
  expect(isNobody('Linked Inmember')).toBe(false)
})
