/** Letters typed after the palette was asked for, while its code is still on the way. */
let caught = ''
let taken = false

export const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey

const catchLetter = (event: KeyboardEvent): void => {
  if (!isLetter(event)) return
  event.preventDefault()
  event.stopPropagation()
  caught += event.key
}

/** Keeps what is typed from now on, unless the palette is there to take it. */
export const catchLetters = (): void => {
  if (!taken) window.addEventListener('keydown', catchLetter, { capture: true })
}

/** Gives what was typed so far to the palette, which takes the rest itself. */
export const takeLetters = (): string => {
  taken = true
  window.removeEventListener('keydown', catchLetter, { capture: true })
  const letters = caught
  caught = ''
  return letters
}
