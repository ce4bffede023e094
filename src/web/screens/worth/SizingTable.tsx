import { Skeleton, Text } from '@mantine/core'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { Section } from '../../components/Section.tsx'
import { count, finePercent, unbroken } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

const needed = (contacts: number | null): string =>
  contacts === null ? t('common.outOfReach') : count(contacts)

/** The thesis in numbers, for the user's own contacts too. */
export const SizingTable = () => {
  const sizing = useReading('sizing-curve', {})
  if (sizing.isPending) return <Skeleton height={300} radius="lg" />
  if (sizing.isError)
    return <ErrorNotice sentence={sentenceOf(sizing.error)} onRetry={() => void sizing.refetch()} />
  const { table, mine, text } = sizing.data
  return (
    <Section title={t('worth.sizing.title')}>
      <Text size="sm">{unbroken(text)}</Text>
      <ScrollX label={t('worth.sizing.title')}>
        <table className="facts-table numbers">
          <thead>
            <tr>
              <th scope="col">{t('worth.sizing.value')}</th>
              <th scope="col">{t('worth.sizing.three')}</th>
              <th scope="col">{t('worth.sizing.independent')}</th>
              <th scope="col" className="end">
                {t('worth.sizing.goal')}
              </th>
            </tr>
          </thead>
          <tbody>
            {table.map((row) => {
              const own = row.value === mine?.meanValue
              return (
                <tr key={row.value} style={own ? { fontWeight: 600 } : {}}>
                  <th scope="row">
                    {finePercent(row.value)}
                    {own && ` (${t('worth.sizing.mine')})`}
                  </th>
                  <td>{needed(row.three)}</td>
                  <td>{needed(row.threeIndependent)}</td>
                  <td className="end">{needed(row.goal)}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollX>
    </Section>
  )
}
