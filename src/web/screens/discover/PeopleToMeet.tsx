import { Button, Group, NativeSelect, Stack, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type Output, sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { ScreenSkeleton } from '../../components/ScreenSkeleton.tsx'
import { StudyNote } from '../../components/StudyNote.tsx'
import { percentOrUnknown } from '../../format.ts'
import { firstAsked } from '../../first-asked.ts'
import { useStudied } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { Paths } from './Paths.tsx'

type Candidate = Output<'discover-people'>['people'][number]

const searchDelayMs = 200

const CandidateCard = ({ person }: { readonly person: Candidate }) => (
  <Stack
    className="surface"
    p={{ base: 'md', sm: 'lg' }}
    gap="xs"
    component="article"
    aria-label={person.name}
  >
    <Group justify="space-between" align="flex-start">
      <div>
        <Text fw={600}>{person.name}</Text>
        <Text size="sm" c="dimmed">
          {[person.title, person.organisation].filter(Boolean).join(', ')}
        </Text>
      </div>
      <Text size="sm" c="dimmed" className="numbers">
        {t('discover.influence', { share: percentOrUnknown(person.calibre) })}
      </Text>
    </Group>
    {person.evidence.map((line) => (
      <Text key={line} size="sm">
        {line}
      </Text>
    ))}
    <details className="more">
      <summary>{t('discover.paths')}</summary>
      <Paths to={person} paths={person.paths} />
    </details>
  </Stack>
)

/** People seen beside those the user knows, with why to meet them and who can introduce. */
export const PeopleToMeet = () => {
  const [sort, setSort] = useState<'common' | 'calibre'>('common')
  const [text, setText] = useState('')
  const [limit, setLimit] = useState<number>(firstAsked.candidates)
  const [search] = useDebouncedValue(text.trim(), searchDelayMs)
  const found = useStudied('discover-people', { sort, search, limit }, { keep: true })
  if (found.isPending) return <ScreenSkeleton />
  if (found.isError)
    return <ErrorNotice sentence={sentenceOf(found.error)} onRetry={() => void found.refetch()} />
  const { people, total, text: told, state } = found.data
  if (state === 'studying') return <StudyNote of={found.data} />
  return (
    <Stack gap="md">
      <StudyNote of={found.data} />
      <Group gap="sm" align="flex-end">
        <TextInput
          type="search"
          aria-label={t('discover.search')}
          placeholder={t('discover.searchPlaceholder')}
          leftSection={<IconSearch size={17} stroke={1.7} aria-hidden />}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
          maxLength={200}
          style={{ flex: '1 1 240px' }}
        />
        <NativeSelect
          aria-label={t('discover.sort')}
          value={sort}
          onChange={({ currentTarget: { value } }) => setSort(value === 'calibre' ? 'calibre' : 'common')}
          data={(['common', 'calibre'] as const).map((by) => ({ value: by, label: t(`discover.by.${by}`) }))}
        />
        <Text size="sm" c="dimmed" component="output" className="numbers">
          {t('discover.found', { count: total })}
        </Text>
      </Group>
      {people.length === 0 ? (
        <EmptyNotice
          title={t('discover.nothingTitle')}
          action={
            search === '' && (
              <Button component={Link} to="/import" size="sm">
                {t('discover.importData')}
              </Button>
            )
          }
        >
          {told}
        </EmptyNotice>
      ) : (
        <Text size="sm" c="dimmed">
          {told}
        </Text>
      )}
      {people.map((person) => (
        <CandidateCard key={person.id} person={person} />
      ))}
      {people.length < total && limit < 200 && (
        <div>
          <Button
            variant="default"
            size="sm"
            loading={found.isFetching}
            onClick={() => setLimit(limit + firstAsked.candidates)}
          >
            {t('discover.more')}
          </Button>
        </div>
      )}
    </Stack>
  )
}
