import './person.css'
import { Avatar, Badge, Group, Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { type PersonDetail, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScreenSkeleton } from '../../components/ScreenSkeleton.tsx'
import { initials } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { identityKindName } from '../../words.ts'
import { AddressCard } from './AddressCard.tsx'
import { Introduction, OutcomesOf, Positions } from './Around.tsx'
import { ClosenessOverTime } from './ClosenessOverTime.tsx'
import { CommonGround } from './CommonGround.tsx'
import { ContactByWeek } from './ContactByWeek.tsx'
import { DeletePerson } from './DeletePerson.tsx'
import { Facts } from './Facts.tsx'
import { Notebook } from './Notebook.tsx'
import { FieldRelevance } from './FieldRelevance.tsx'
import { OwnRating } from './OwnRating.tsx'
import { Scores } from './Scores.tsx'
import { Timeline } from './Timeline.tsx'
import { WhoThisIs } from './WhoThisIs.tsx'
import { t } from '../../texts/texts.ts'

const route = getRouteApi('/people/$who')

const Header = ({ person }: { readonly person: PersonDetail }) => {
  const about = [person.title, person.organisation].filter(Boolean).join(', ')
  const around = [person.industry, person.place].filter(Boolean).join(' · ')
  return (
    <Group gap="lg" align="flex-start" wrap="nowrap" component="header">
      <Avatar size={56} radius="xl" color="pine" variant="light" alt="" aria-hidden visibleFrom="xs">
        {initials(person.name)}
      </Avatar>
      <Stack gap={4} style={{ minWidth: 0 }}>
        <Group gap="sm">
          <Title>{person.name}</Title>
          {person.dormant && (
            <Badge variant="default" tt="none" fw={500}>
              {t('person.dormant')}
            </Badge>
          )}
        </Group>
        {about !== '' && <Text>{about}</Text>}
        {around !== '' && (
          <Text size="sm" c="dimmed">
            {around}
          </Text>
        )}
        <Group gap="4px 14px" mt={4}>
          {person.identities.map(({ kind, value }) => (
            <Text key={`${kind}:${value}`} size="sm" c="dimmed">
              {kind === 'mail' || kind === 'phone' ? value : `${identityKindName(kind)}: ${value}`}
            </Text>
          ))}
        </Group>
      </Stack>
    </Group>
  )
}

/** One person: how the tie stands, what every number rests on, and what passed between you. */
export const Person = () => {
  const { who } = route.useParams()
  const person = useReading('get-person', { who })
  useDocumentTitle(person.data ? `${person.data.name} · kith` : `${t('person.title')} · kith`)
  if (person.isPending) return <ScreenSkeleton />
  if (person.isError)
    return (
      <Stack>
        <Title>{t('person.title')}</Title>
        <ErrorNotice sentence={sentenceOf(person.error)} onRetry={() => void person.refetch()} />
      </Stack>
    )
  const { data } = person
  return (
    <Stack gap={32} component="article" className="person">
      <Header person={data} />
      <Text size="lg">{data.summary}</Text>
      <Scores person={data} />
      <div className="no-print">
        <OwnRating key={data.id} person={data} />
      </div>
      <ClosenessOverTime id={data.id} />
      <ContactByWeek weeks={data.weeks} />
      <Notebook id={data.id} />
      <OutcomesOf person={data} />
      <Timeline person={data} />
      <FieldRelevance id={data.id} />
      <CommonGround id={data.id} />
      <Introduction id={data.id} />
      <Positions id={data.id} />
      <Stack gap={32} className="no-print">
        <Facts person={data} />
        <AddressCard key={`card ${data.id}`} person={data} />
        <WhoThisIs person={data} />
        <DeletePerson id={data.id} name={data.name} />
      </Stack>
    </Stack>
  )
}
