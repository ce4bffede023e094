import './person.css'
import { Stack, Text, Title } from '@mantine/core'
import { useDocumentTitle } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { ScreenSkeleton } from '../../components/ScreenSkeleton.tsx'
import { useReading } from '../../queries.ts'
import { AddressCard } from './AddressCard.tsx'
import { Introduction, OutcomesOf, Positions } from './Around.tsx'
import { ClosenessOverTime } from './ClosenessOverTime.tsx'
import { CommonGround } from './CommonGround.tsx'
import { ContactByWeek } from './ContactByWeek.tsx'
import { DeletePerson } from './DeletePerson.tsx'
import { Facts } from './Facts.tsx'
import { Notebook } from './Notebook.tsx'
import { FieldRelevance } from './FieldRelevance.tsx'
import { PersonHeader } from './PersonHeader.tsx'
import { usePersonKeys } from './person-keys.ts'
import { Scores } from './Scores.tsx'
import { Timeline } from './Timeline.tsx'
import { WhoThisIs } from './WhoThisIs.tsx'
import { t } from '../../texts/texts.ts'

const route = getRouteApi('/people/$who')

/** One person: how the tie stands, what every number rests on, and what passed between you. */
export const Person = () => {
  const { who } = route.useParams()
  const person = useReading('get-person', { who })
  useDocumentTitle(person.data ? `${person.data.name} · kith` : `${t('person.title')} · kith`)
  usePersonKeys()
  if (person.isPending) return <ScreenSkeleton />
  if (person.isError)
    return (
      <Stack>
        <Title>{t('person.title')}</Title>
        <ErrorNotice sentence={sentenceOf(person.error)} onRetry={() => void person.refetch()} />
      </Stack>
    )
  const { data } = person
  const { out, in: received, together } = data.interactions
  // Of somebody without contact the sentence on top says all there is.
  const met = out + received + together > 0
  return (
    <Stack gap={20} component="article" className="person">
      <PersonHeader person={data} />
      <Text size="lg">{data.summary}</Text>
      <div className="person-columns">
        <div className="person-how">
          <Scores person={data} />
          {met && <ClosenessOverTime id={data.id} />}
        </div>
        <div className="person-side">
          <Notebook id={data.id} />
          <CommonGround id={data.id} />
          <FieldRelevance id={data.id} />
        </div>
        <div className="person-what">
          {met && <ContactByWeek weeks={data.weeks} />}
          <OutcomesOf person={data} />
          {met && <Timeline person={data} />}
          <Introduction id={data.id} />
        </div>
      </div>
      <Positions id={data.id} />
      <Stack gap={20} className="no-print">
        <Facts person={data} />
        <AddressCard key={`card ${data.id}`} person={data} />
        <WhoThisIs person={data} />
        <DeletePerson id={data.id} name={data.name} />
      </Stack>
    </Stack>
  )
}
