import { Stack, Text, Title } from '@mantine/core'
import { WeekStrip } from '../../charts/WeekStrip.tsx'
import { yearRows } from '../../charts/weeks.ts'
import type { PersonDetail } from '../../client.ts'
import { count } from '../../format.ts'
import { useNow } from '../../now.ts'
import { t } from '../../texts/texts.ts'

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** When you were in touch, week by week, as a picture and as a table. */
export const ContactByWeek = ({ weeks }: { readonly weeks: PersonDetail['weeks'] }) => {
  const now = useNow()
  return (
    <Stack
      className="surface"
      p={{ base: 'md', sm: 'lg' }}
      gap="sm"
      component="section"
      aria-label={t('person.weeks.title')}
    >
      <Title order={2}>{t('person.weeks.title')}</Title>
      {weeks.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('person.weeks.none')}
        </Text>
      ) : (
        <>
          <WeekStrip weeks={weeks} now={now} />
          <details className="more">
            <summary>{t('common.showAsTable')}</summary>
            <table className="facts-table numbers">
              <thead>
                <tr>
                  <th scope="col">{t('person.weeks.year')}</th>
                  <th scope="col">{t('person.weeks.active')}</th>
                  <th scope="col">{t('person.fromYou')}</th>
                  <th scope="col">{t('person.fromThem')}</th>
                  <th scope="col" className="end">
                    {t('person.together')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {yearRows(weeks, now).map(({ year, cells }) => {
                  const active = cells.flatMap(({ week }) => week ?? [])
                  return (
                    <tr key={year}>
                      <th scope="row">{year}</th>
                      <td>{count(active.length)}</td>
                      <td>{count(sum(active.map((week) => week.out)))}</td>
                      <td>{count(sum(active.map((week) => week.in)))}</td>
                      <td className="end">{count(sum(active.map((week) => week.together)))}</td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </details>
        </>
      )}
    </Stack>
  )
}
