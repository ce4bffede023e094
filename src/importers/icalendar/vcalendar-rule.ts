const DAYS = 'SU|MO|TU|WE|TH|FR|SA'
const END = /^(?:#(\d+)|(\d{8}T\d{4,6}Z?))$/

/** `2-` is the second from the end, `1+` the first. */
const counted = (place: string): string => `${place.endsWith('-') ? '-' : ''}${place.slice(0, -1)}`

/**
 * A rule of vCalendar 1.0 as one of iCalendar: `D1 #10`, `W2 MO WE #5`, `MP1 1+ MO #3`, `MD1 1 15 20240301T000000Z`,
 * `YM1 6 7 #3`, `YD1 100 #2` (basic grammar of vCalendar 1.0, section 2.4). Null for what is none. Without an end it happens
 * twice, and `#0` is for ever.
 */
export function asRule(text: string): string | null {
  const [kind = '', ...words] = text.toUpperCase().split(/\s+/)
  const match = /^(D|W|MP|MD|YM|YD)(\d{1,4})$/.exec(kind)
  if (!match) return null
  const [, form = '', interval = '1'] = match
  const end = END.exec(words.at(-1) ?? '')
  const values = end ? words.slice(0, -1) : words
  const parts = [`INTERVAL=${interval}`]
  if (form === 'MP') {
    let place = ''
    const days: string[] = []
    for (const value of values) {
      if (/^\d[+-]$/.test(value)) place = counted(value)
      else if (new RegExp(`^(?:${DAYS})$`).test(value)) days.push(`${place}${value}`)
    }
    if (days.length > 0) parts.push(`BYDAY=${days.join(',')}`)
  } else if (values.length > 0) {
    const name = { D: '', W: 'BYDAY', MD: 'BYMONTHDAY', YM: 'BYMONTH', YD: 'BYYEARDAY' }[form] ?? ''
    if (name !== '') parts.push(`${name}=${values.map((value) => (value === 'LD' ? '-1' : value)).join(',')}`)
  }
  if (end?.[2] !== undefined) parts.push(`UNTIL=${end[2]}`)
  else if (end?.[1] !== '0') parts.push(`COUNT=${end?.[1] ?? '2'}`)
  const frequency = { D: 'DAILY', W: 'WEEKLY', M: 'MONTHLY', Y: 'YEARLY' }[form.slice(0, 1)] ?? ''
  return [`FREQ=${frequency}`, ...parts].join(';')
}
