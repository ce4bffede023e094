import { Stack, Text, Title } from '@mantine/core'
import type { PersonDetail } from '../../client.ts'
import { ScrollX } from '../../components/ScrollX.tsx'
import { When } from '../../components/When.tsx'
import { t } from '../../texts/texts.ts'

type Fact = PersonDetail['facts'][number]

/** Facts that several records state are one: with all the sources, and the newest date. */
const merged = (facts: readonly Fact[]): Fact[] => {
  const byValue = new Map<string, Fact>()
  for (const fact of facts) {
    const key = `${fact.field}\n${fact.value}`
    const known = byValue.get(key)
    if (!known) byValue.set(key, fact)
    else {
      const sources = new Set([...known.source.split(', '), fact.source])
      const at = known.at === null || (fact.at !== null && fact.at > known.at) ? fact.at : known.at
      byValue.set(key, { ...known, source: [...sources].join(', '), at })
    }
  }
  return [...byValue.values()]
}

/** What the sources say about a person, each with where it was read. */
export const Facts = ({ person }: { readonly person: PersonDetail }) => (
  <Stack
    className="surface"
    p={{ base: 'md', sm: 'lg' }}
    gap="sm"
    component="section"
    aria-label={t('person.facts.title')}
  >
    <Title order={2}>{t('person.facts.title')}</Title>
    {person.declarations.map(({ text, at }) => (
      <Text size="sm" key={`${text}${at}`}>
        {text}
        {at !== null && (
          <>
            , <When at={at} />
          </>
        )}
      </Text>
    ))}
    {person.facts.length === 0 && person.declarations.length === 0 && (
      <Text size="sm" c="dimmed">
        {t('person.facts.none')}
      </Text>
    )}
    {person.facts.length > 0 && (
      <ScrollX label={t('person.facts.label')}>
        <table className="facts-table">
          <thead>
            <tr>
              <th scope="col">{t('person.facts.what')}</th>
              <th scope="col">{t('person.facts.value')}</th>
              <th scope="col">{t('person.facts.source')}</th>
              <th scope="col" className="end">
                {t('person.facts.when')}
              </th>
            </tr>
          </thead>
          <tbody>
            {merged(person.facts).map(({ field, value, source, at }) => (
              <tr key={`${field}${value}${source}${at}`}>
                <th scope="row">{t(`person.facts.field.${field}`)}</th>
                <td>{value}</td>
                <td>{source}</td>
                <td className="end">
                  <When at={at} none={t('common.undated')} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    )}
  </Stack>
)
