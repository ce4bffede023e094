import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { IntervalPlot } from '../../charts/IntervalPlot.tsx'
import { type Output, sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { PersonLink } from '../../components/PersonLink.tsx'
import { ScreenSkeleton } from '../../components/ScreenSkeleton.tsx'
import { ScrollX } from '../../components/ScrollX.tsx'
import { Section } from '../../components/Section.tsx'
import { StudyNote } from '../../components/StudyNote.tsx'
import { When } from '../../components/When.tsx'
import { count, decimal, finePercent } from '../../format.ts'
import { firstAsked } from '../../first-asked.ts'
import { useStudied } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

type Topic = Output<'list-topics'>['topics'][number]

const searchDelayMs = 180
const plotted = 15

const Verdict = ({ topic }: { readonly topic: Topic }) => (
  <>
    {t(`topics.verdict.${topic.verdict}`)}
    {topic.verdict !== 'unclear' && topic.lift !== null && ` (${decimal(topic.lift, 1)}×)`}
  </>
)

const TopicTable = ({ topics }: { readonly topics: readonly Topic[] }) => (
  <ScrollX label={t('topics.title')}>
    <table className="facts-table numbers">
      <thead>
        <tr>
          <th scope="col">{t('topics.topic')}</th>
          <th scope="col" className="end">
            {t('topics.conversations')}
          </th>
          <th scope="col" className="end">
            {t('topics.drewIn')}
          </th>
          <th scope="col">{t('topics.rate')}</th>
          <th scope="col">{t('topics.against')}</th>
          <th scope="col" className="end">
            {t('topics.lastMine')}
          </th>
        </tr>
      </thead>
      <tbody>
        {topics.map((topic) => (
          <tr key={topic.topic}>
            <th scope="row">
              {topic.topic}
              {topic.who.length > 0 && (
                <Text size="xs" c="dimmed">
                  {topic.who.map((person, at) => (
                    <span key={person.id}>
                      {at > 0 && ', '}
                      <PersonLink of={person} />
                    </span>
                  ))}
                </Text>
              )}
            </th>
            <td className="end">{count(topic.conversations)}</td>
            <td className="end">{count(topic.newContacts)}</td>
            <td className="whole">
              {topic.rate === null ? t('common.unknown') : finePercent(topic.rate)}
              <Text size="xs" c="dimmed">
                {t('topics.interval', { low: finePercent(topic.low), high: finePercent(topic.high) })}
              </Text>
            </td>
            <td className="whole">
              <Verdict topic={topic} />
            </td>
            <td className="end">
              <When at={topic.lastMineAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollX>
)

/** Which conversations drew people in, and what to write about next. */
export const Topics = () => {
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), searchDelayMs)
  const topics = useStudied('list-topics', { search, limit: firstAsked.topics }, { keep: true })
  if (topics.isPending) return <ScreenSkeleton />
  if (topics.isError)
    return <ErrorNotice sentence={sentenceOf(topics.error)} onRetry={() => void topics.refetch()} />
  const { data } = topics
  if (data.state === 'studying')
    return (
      <Stack gap="lg">
        <Title>{t('topics.title')}</Title>
        <StudyNote of={data} />
      </Stack>
    )
  if (data.topicsInAll === 0 && search === '')
    return (
      <Stack gap="lg">
        <Title>{t('topics.title')}</Title>
        <EmptyNotice
          title={t('topics.nothing')}
          action={
            <Button component={Link} to="/import" size="sm">
              {t('people.import')}
            </Button>
          }
        >
          {data.text}
        </EmptyNotice>
      </Stack>
    )
  return (
    <Stack gap={32}>
      <Stack gap="sm">
        <Title>{t('topics.title')}</Title>
        <StudyNote of={data} />
        <Text c="dimmed" maw={640}>
          {t('topics.intro')} {t(`topics.counted.${data.counted}`)}
        </Text>
        <Text>{data.text}</Text>
        <Text size="sm" c="dimmed">
          {t('topics.base', {
            rate: data.base.rate === null ? t('common.unknown') : finePercent(data.base.rate),
          })}
        </Text>
      </Stack>
      {data.suggestions.length > 0 && (
        <Section title={t('topics.suggestions')}>
          <ul className="quiet-list">
            {data.suggestions.map((suggestion) => (
              <li key={suggestion.topic}>
                <Text fw={550} size="sm">
                  {suggestion.topic}
                </Text>
                <Text size="sm">{suggestion.text}</Text>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section
        title={t('topics.rate')}
        aside={
          <Group>
            <TextInput
              type="search"
              size="sm"
              aria-label={t('topics.search')}
              placeholder={t('topics.search')}
              leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
              value={text}
              onChange={({ currentTarget: { value } }) => setText(value)}
              maxLength={100}
            />
          </Group>
        }
      >
        {data.topics.length === 0 ? (
          <Text size="sm">{t('topics.none', { query: search })}</Text>
        ) : (
          <>
            <IntervalPlot
              rows={data.topics
                .slice(0, plotted)
                .map(({ topic, rate, low, high }) => ({ name: topic, value: rate ?? 0, low, high }))}
              usual={data.base.rate ?? 0}
              label={t('topics.plot')}
            />
            <TopicTable topics={data.topics} />
          </>
        )}
      </Section>
    </Stack>
  )
}
