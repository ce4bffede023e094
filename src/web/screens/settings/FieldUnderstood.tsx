import { Skeleton, Stack, Text, Title } from '@mantine/core'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { count, percent } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** How the user's field was understood: its terms, how much each tells, and who is nearest to it. */
export const FieldUnderstood = () => {
  const found = useReading('explain-field', {})
  if (found.isPending) return <Skeleton height={120} />
  if (found.isError)
    return <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
  const { terms, people, unknown } = found.data
  return (
    <Stack gap="sm">
      <Title order={3}>{t('calibre.field.title')}</Title>
      {terms.length === 0 ? (
        <Text size="sm">{t('calibre.field.nothing')}</Text>
      ) : (
        <>
          <ScrollX label={t('calibre.field.title')}>
            <table className="facts-table numbers">
              <thead>
                <tr>
                  <th scope="col">{t('calibre.field.term')}</th>
                  <th scope="col" className="end">
                    {t('calibre.field.weight')}
                  </th>
                  <th scope="col" className="end">
                    {t('calibre.field.people')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {terms.map((each) => (
                  <tr key={each.term}>
                    <th scope="row">{each.term}</th>
                    <td className="end">{percent(each.weight)}</td>
                    <td className="end">{count(each.people)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollX>
          <Title order={3}>{t('calibre.field.nearest')}</Title>
          {people.length === 0 && <Text size="sm">{t('calibre.field.nobody')}</Text>}
          {people.map(({ contact, terms: by, talk }) => (
            <Text size="sm" key={contact.id}>
              <PersonLink of={contact} />
              {[contact.title, contact.organisation]
                .filter((part) => part !== null)
                .map((part) => `, ${part}`)
                .join('')}{' '}
              ({[...by, ...talk.map((word) => t('calibre.field.quoted', { word }))].join(', ')})
            </Text>
          ))}
          {unknown > 0 && (
            <Text size="sm" c="dimmed">
              {t('calibre.field.unknown', { count: unknown })}
            </Text>
          )}
        </>
      )}
    </Stack>
  )
}
