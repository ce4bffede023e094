/** What the weekly digest tells, already in words. */
export type DigestParts = {
  readonly week: string
  readonly summary: string
  readonly worth: string | null
  readonly actions: readonly {
    readonly title: string
    readonly why: string
    readonly minutes: number
    readonly mailto: string | null
  }[]
  readonly reminders: readonly string[]
  readonly owed: readonly string[]
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** The digest as plain text. */
export function digestText({ week, summary, worth, actions, reminders, owed }: DigestParts): string {
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines.map((line) => `- ${line}`)]
  return [
    `kith: the week of ${week}`,
    '',
    summary,
    ...(worth === null ? [] : [worth]),
    ...actions.flatMap(({ title, why, minutes }, i) => [
      '',
      `${i + 1}. ${title} (${minutes} min)`,
      `   ${why}`,
    ]),
    ...list('Reminders', reminders),
    ...list('Waiting for your answer', owed),
    '',
  ].join('\n')
}

/** The same as a page of HTML without scripts, styles from elsewhere, or pictures. */
export function digestHtml({ week, summary, worth, actions, reminders, owed }: DigestParts): string {
  const list = (title: string, lines: readonly string[]): string =>
    lines.length === 0
      ? ''
      : `<h2 style="font-size:1.1em">${title}</h2><ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul>`
  const items = actions
    .map(
      ({ title, why, minutes, mailto }) =>
        `<li style="margin-bottom:.8em"><strong>${escaped(title)}</strong> (${minutes} min)<br>${escaped(why)}${
          mailto === null ? '' : `<br><a href="${escaped(mailto)}">Open the draft</a>`
        }</li>`,
    )
    .join('')
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">',
    `<title>kith: the week of ${escaped(week)}</title></head>`,
    '<body style="font:16px/1.5 system-ui,sans-serif;max-width:40em;margin:1em auto;padding:0 1em">',
    `<h1 style="font-size:1.3em">The week of ${escaped(week)}</h1>`,
    `<p>${escaped(summary)}</p>`,
    worth === null ? '' : `<p>${escaped(worth)}</p>`,
    items === '' ? '' : `<ol>${items}</ol>`,
    list('Reminders', reminders),
    list('Waiting for your answer', owed),
    '</body></html>\n',
  ].join('')
}
