import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compared } from '#testing/directory/compared.ts'

const says = (first: string, second: string): string | null => compared(first, second).level('name')

describe('the same name', () => {
  test.each([
    ['Tamsin Thackray', 'tamsin thackray'],
    ['Tamsin Thackray', 'Thackray, Tamsin'],
    ['Tamsin Thackray', 'Thackray, Tamsin (Acme)'],
    ['Tamsin Thackray', 'Dr. Tamsin Thackray, MBA'],
    ['Tamsin Thackray', 'Thackray Tamsin'],
    ['Tamsin Thackray', 'Tamsin Q. Thackray'],
    ['Tamsin Thackray', 'Tamsin Thackray via Slack'],
    ['José Núñez', 'Jose Nunez'],
    ['Ursula von der Leyen', 'Ursula Leyen'],
    ['Anna Meier-Schulz', 'Anna Schulz'],
    ['Anna Weber (née Koch)', 'Anna Weber'],
    ['Anna Weber née Koch', 'Anna Koch'],
    ['Tamsin Thackray', 'tamsin.thackray@acme.example'],
  ])('%s is %s', (first, second) => expect(says(first, second)).toBe('same'))
})

describe('a nickname', () => {
  test.each([
    ['Robert Thackray', 'Bob Thackray'],
    ['Thackray, William', 'Bill Thackray'],
    ['Elizabeth Thackray', 'Betty Thackray'],
    ['Sebastian Huber', 'Basti Huber'],
    ['Francisco Herrera', 'Paco Herrera'],
    ['Aleksandr Orlov', 'Sasha Orlov'],
  ])('%s goes by %s', (first, second) => expect(says(first, second)).toBe('nickname'))

  test('Joe is no Josie, though he sounds like Jo', () => {
    expect(says('Joe Thackray', 'Josie Thackray')).toBe('other-given')
    expect(says('Jo Thackray', 'Josephine Thackray')).toBe('nickname')
  })
})

describe('another spelling', () => {
  test.each([
    ['Jürgen Müller', 'Juergen Mueller'],
    ['Сергей Морозов', 'Sergey Morozov'],
    ['Сергей Морозов', 'Sergei Morozow'],
    ['Γιώργος Παπαδόπουλος', 'Giorgos Papadopoulos'],
    ['Phillip Thackray', 'Philip Thackray'],
  ])('%s may be written %s', (first, second) =>
    expect(['same', 'nickname', 'spelling']).toContain(says(first, second)),
  )
})

describe('perhaps a typing error, perhaps somebody else: the user decides', () => {
  test.each([
    ['Tamsin Port', 'Tamsin Portz'],
    ['Tamsin Thackray', 'Tamsin Thackery'],
    ['Tasmin Thackray', 'Tamsin Thackray'],
    ['Anna-Maria Thackray', 'Anna Thackray'],
    // A couple, or brother and sister.
    ['Carl Thackray', 'Carla Thackray'],
    ['Robert Thackray', 'Roberta Thackray'],
    ['Julian Thackray', 'Julia Thackray'],
    ['Alexander Thackray', 'Alexandra Thackray'],
    ['Michael Thackray', 'Michele Thackray'],
    ['Andreas Thackray', 'Andrea Thackray'],
    ['Nicholas Thackray', 'Nicola Thackray'],
    ['Daniel Thackray', 'Danielle Thackray'],
    ['John Thackray', 'Jean Thackray'],
  ])('%s and %s', (first, second) => expect(compared(first, second).asks).toBe(true))
})

describe('different people', () => {
  test.each([
    ['Tamsin Stock', 'Tamsin Stocker', 'other-family'],
    ['Tamsin Hope', 'Tamsin Hopley', 'other-family'],
    ['Tamsin Thackray', 'Oliver Thackray', 'other-given'],
    ['Mark A. Thackray', 'Mark B. Thackray', 'middle'],
    ['Mark Thackray Jr.', 'Mark Thackray Sr.', 'middle'],
    ['Tamsin Thackray', 'Oliver Wood', 'different'],
  ])('%s and %s', (first, second, level) => {
    const found = compared(first, second)
    expect(found.level('name')).toBe(level)
    expect(found.asks).toBe(true)
  })
})

test.each([
  ['T. Thackray', 'Tamsin Thackray', 'initial'],
  ['tthackray@acme.example', 'Tamsin Thackray', 'initial'],
  ['Tamsin', 'Tamsin Thackray', 'part'],
])('%s may be %s, but never without asking', (first, second, level) => {
  const found = compared(first, second)
  expect(found.level('name')).toBe(level)
  expect(found.asks).toBe(true)
})

test('a rare name says more than a common one', () => {
  const rare = compared('Tamsin Thackray', 'Tamsin Thackray')
  const common = compared('John Smith', 'John Smith')
  expect(rare.bits('name')).toBeGreaterThan(common.bits('name') + 5)
  expect(rare.probability).toBeGreaterThan(0.99)
  expect(common.probability).toBeLessThan(0.99)
})

test('a common name at two employers is not enough to merge', () => {
  for (const [given, family] of [
    ['Charlie', 'Stone'],
    ['Ronald', 'Douglas'],
    ['Steve', 'Elliott'],
  ] as const) {
    const name = `${given} ${family}`
    const local = `${given}.${family}`.toLowerCase()
    const there = { names: [name], mails: [`${local}@acme.example`] }
    const here = { names: [name], mails: [`${local}@initech.example`] }
    expect(compared(there, here).probability).toBeLessThan(0.99)
  }
})

test('who has no name is compared with nobody', () => expect(says('x77@a.example', 'Jane Doe')).toBe(null))

test('of two given names alone the more common one counts, whoever comes first', () => {
  expect(compared('Robert', 'Bob').probability).toBe(compared('Bob', 'Robert').probability)
})

test('names agree the same way in either direction', () => {
  const word = fc.constantFrom('jan', 'bob', 'robert', 'j', 'müller', 'mueller', 'stock', 'stocker', 'anna')
  const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [there, back] = [compared(a, b), compared(b, a)]
      expect(there.level('name')).toBe(back.level('name'))
      expect(there.probability).toBeCloseTo(back.probability, 12)
    }),
  )
})

describe('what two names, or forms of them, say', () => {
  test('a name in another transliteration is a spelling, also where a table of short forms has both', () => {
    expect(says('Mariya Morozova', 'Marija Morozova')).toBe('spelling')
    expect(says('Сергей Кузнецов', 'Sergej Kuznecov')).toBe('spelling')
    expect(says('Natalja Olaleckij', 'Natalya Olaletskiy')).toBe('spelling')
  })

  test('Don is a given name before a surname alone', () => {
    expect(says('Don Thackray', 'Donald Thackray')).toBe('nickname')
    expect(says('Don Diego Thackray', 'Diego Thackray')).toBe('same')
  })

  test('another form that the address or profile spells is a name, too', () => {
    expect(
      compared({ names: ['Monika Thackray'], mails: ['moni.thackray@gmail.com'] }, 'Moni Thackray').level(
        'name',
      ),
    ).toBe('same')
    // Whose address it is if it spells somebody else's name, nobody can tell.
    expect(
      compared({ names: ['Monika Thackray'], mails: ['peter.thackray@gmail.com'] }, 'Peter Thackray').level(
        'name',
      ),
    ).toBe('other-given')
  })

  test('an initial says more where the address writes the given name out', () => {
    const bits = (mail: string): number =>
      compared({ names: ['J. Thackray'], mails: [mail] }, 'Joerg Thackray').bits('name')
    expect(bits('joergt@gmail.com')).toBeGreaterThan(bits('x77@gmail.com'))
  })

  test('an address of a given name and an initial says as much as the given name is rare', () => {
    const bits = (mail: string, name: string): number => compared(mail, name).bits('name')
    expect(bits('michaelt@gmail.com', 'Michael Thackray')).toBeLessThan(
      bits('mthackray@gmail.com', 'Michael Thackray'),
    )
  })

  test('a number in common says more of one given name than of one surname', () => {
    const phones = ['+49301234567']
    const bits = (name: string): number =>
      compared({ names: [name], phones }, { names: ['Tamsin Thackray'], phones }).bits('phone')
    expect(bits('Tamsin')).toBeGreaterThan(bits('Thackray'))
  })
})
