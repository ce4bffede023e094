import { useHotkeys } from '@mantine/hooks'

/** Fields of the person page that a key or a button leads to; each carries its name as `data-person-field`. */
export type PersonField = 'note' | 'tag' | 'reminder'

/** Puts the cursor into a field, and the field into view. */
export const goToField = (name: PersonField): void => {
  const field = document.querySelector<HTMLElement>(`[data-person-field="${name}"]`)
  field?.focus({ preventScroll: true })
  field?.scrollIntoView({ block: 'center', behavior: 'smooth' })
}

/** `n` writes a note, `t` a tag, `r` a reminder, `m` a mail. */
export const usePersonKeys = (): void =>
  useHotkeys([
    ['n', () => goToField('note')],
    ['t', () => goToField('tag')],
    ['r', () => goToField('reminder')],
    ['m', () => document.querySelector<HTMLElement>('[data-person-mail]')?.click()],
  ])
