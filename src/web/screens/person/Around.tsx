import { Button, Skeleton, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { type Output, type PersonDetail, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { Section } from '../../components/Section.tsx'
import { StudyNote } from '../../components/StudyNote.tsx'
import { When } from '../../components/When.tsx'
import { useReading, useStudied } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { Paths } from '../discover/Paths.tsx'
import { OutcomeForm } from '../outcomes/OutcomeForm.tsx'
import { OutcomeTable } from '../outcomes/OutcomeTable.tsx'

/** Who can introduce the user, or how the two are in touch already. */
export const Introduction = ({ id }: { readonly id: number }) => {
  const found = useStudied('find-path', { who: String(id) })
  if (found.isPending) return <Skeleton height={120} radius="lg" />
  if (found.isError)
    return <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
  // Who is in touch already needs nobody between; others are a way round.
  if (found.data.known && found.data.paths.length === 0) return null
  const studying = found.data.state === 'studying'
  return (
    <Section title={t('person.paths')} onPaper={!found.data.known}>
      <StudyNote of={found.data} />
      {!studying && <Text size="sm">{found.data.text}</Text>}
      {found.data.known ? (
        <details className="more">
          <summary>{t('person.otherWays', { count: found.data.paths.length })}</summary>
          <Paths to={found.data.person} paths={found.data.paths} />
        </details>
      ) : (
        found.data.paths.length > 0 && <Paths to={found.data.person} paths={found.data.paths} />
      )}
    </Section>
  )
}

const span = ({ startedAt, endedAt, current }: Output<'list-positions'>['positions'][number]) => (
  <>
    {startedAt === null ? '' : <When at={startedAt} />}
    {endedAt === null ? (
      current && startedAt !== null ? (
        ` – ${t('person.positions.now')}`
      ) : (
        ''
      )
    ) : (
      <>
        {' – '}
        <When at={endedAt} />
      </>
    )}
  </>
)

/** Where somebody works and worked, as far as sources say. */
export const Positions = ({ id }: { readonly id: number }) => {
  const found = useReading('list-positions', { who: String(id) })
  const positions = found.data?.positions ?? []
  if (positions.length === 0) return null
  return (
    <Section title={t('person.positions.title')}>
      <ScrollX label={t('person.positions.title')}>
        <table className="facts-table">
          <thead>
            <tr>
              <th scope="col">{t('words.organisation')}</th>
              <th scope="col">{t('person.positions.role')}</th>
              <th scope="col">{t('person.positions.when')}</th>
              <th scope="col">{t('person.facts.source')}</th>
            </tr>
          </thead>
          <tbody>
            {positions.map((position) => (
              <tr key={`${position.organisation} ${position.title} ${position.startedAt}`}>
                <th scope="row">{position.organisation}</th>
                <td>{position.title}</td>
                <td>{span(position)}</td>
                <td>{position.sources.join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollX>
    </Section>
  )
}

/** What came of this contact. */
export const OutcomesOf = ({ person }: { readonly person: PersonDetail }) => {
  const found = useReading('list-outcomes', { who: String(person.id) })
  const [adding, add] = useDisclosure(false)
  const outcomes = found.data?.outcomes ?? []
  return (
    <Section
      title={t('outcomes.list')}
      onPaper={outcomes.length > 0}
      aside={
        <Button size="compact-sm" variant="default" className="no-print" onClick={add.open}>
          {t('outcomes.add')}
        </Button>
      }
    >
      {outcomes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('outcomes.none')}
        </Text>
      ) : (
        <OutcomeTable outcomes={outcomes} />
      )}
      {adding && <OutcomeForm opened onClose={add.close} from={{ person: person.id, name: person.name }} />}
    </Section>
  )
}
