import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Question } from '../../client.ts'
import { ScrollX } from '../../components/ScrollX.tsx'
import { count } from '../../format.ts'
import { t } from '../../texts/texts.ts'

type Side = Question['first']

const Values = ({ values }: { readonly values: readonly string[] }) =>
  values.length === 0 ? (
    <Text size="sm" c="dimmed">
      {t('review.nothing')}
    </Text>
  ) : (
    values.map((value) => (
      <Text size="sm" key={value} style={{ overflowWrap: 'anywhere' }}>
        {value}
      </Text>
    ))
  )

const orNone = (value: string | null): readonly string[] => (value === null ? [] : [value])

/** The two people side by side, each kind of knowledge in a row. */
export const Sides = ({ question }: { readonly question: Question }) => {
  const { first, second } = question
  const rows: readonly (readonly [string, (side: Side) => readonly string[]])[] = [
    [t('review.known.name'), (side) => side.names],
    [t('review.known.identities'), (side) => side.identities.map(({ value }) => value)],
    [t('review.known.title'), (side) => orNone(side.title)],
    [t('review.known.organisation'), (side) => orNone(side.organisation)],
    [t('review.known.place'), (side) => orNone(side.place)],
    [t('review.known.contact'), (side) => [count(side.interactions)]],
  ]
  return (
    <ScrollX label={t('review.pairs')}>
      <table className="facts-table" style={{ tableLayout: 'fixed', minWidth: 320 }}>
        <thead>
          <tr>
            <th scope="col" style={{ width: '26%' }}>
              {t('review.field')}
            </th>
            {[first, second].map((side) => (
              <th scope="col" key={side.id}>
                <Link to="/people/$who" params={{ who: String(side.id) }} className="plain-link">
                  {side.name}
                </Link>
                {side.isMe && ` (${t('review.you')})`}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, valuesOf]) => (
            <tr key={label}>
              <th scope="row" style={{ hyphens: 'auto' }}>
                {label}
              </th>
              <td>
                <Values values={valuesOf(first)} />
              </td>
              <td>
                <Values values={valuesOf(second)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollX>
  )
}
