/** Letters typed after the palette was asked for, while its code is still on the way. */
let caught = ''
/** Where letters go once the palette is there. */
let add: ((letters: string) => void) | null = null
let field: HTMLElement | null = null

const isLetter = (event: KeyboardEvent): boolean =>
  event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey

const catchLetter = (event: KeyboardEvent): void => {
  if (!isLetter(event)) return
  if (field !== null && event.target === field) {
    letGo()
    return
  }
  event.preventDefault()
  event.stopPropagation()
  if (add === null) caught += event.key
  else add(event.key)
}

/** From the moment the palette is asked for, letters belong to its field, until that has the focus or it closes. */
export const catchLetters = (): void => window.addEventListener('keydown', catchLetter, { capture: true })

/** Leaves letters to what has the focus. */
export function letGo(): void {
  window.removeEventListener('keydown', catchLetter, { capture: true })
  caught = ''
}

/** The palette is there: gives it what was typed so far, and from now on what is typed before its field has the focus. */
export const giveLettersTo = (sink: (letters: string) => void): (() => void) => {
  add = sink
  sink(caught)
  caught = ''
  return () => {
    add = null
  }
}

/** The palette's field, null while there is none. */
export const fieldIs = (element: HTMLElement | null): void => {
  field = element
}
