import { Button, Group, Stack, Text, Title } from '@mantine/core'
import {
  type Icon,
  IconArrowDownLeft,
  IconArrowUpRight,
  IconArrowsHorizontal,
  IconCalendarEvent,
  IconMail,
  IconMessage,
  IconPhone,
  IconSpeakerphone,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { PersonDetail } from '../../client.ts'
import { When } from '../../components/When.tsx'
import { count, plural } from '../../format.ts'

type Entry = PersonDetail['timeline'][number]

const directions: Readonly<Record<Entry['direction'], { readonly icon: Icon; readonly text: string }>> = {
  out: { icon: IconArrowUpRight, text: 'From you' },
  in: { icon: IconArrowDownLeft, text: 'From them' },
  together: { icon: IconArrowsHorizontal, text: 'Together' },
}
const channels: Readonly<Record<Entry['channel'], { readonly icon: Icon; readonly text: string }>> = {
  mail: { icon: IconMail, text: 'Mail' },
  meeting: { icon: IconCalendarEvent, text: 'Meeting' },
  message: { icon: IconMessage, text: 'Message' },
  post: { icon: IconSpeakerphone, text: 'Post' },
  call: { icon: IconPhone, text: 'Call' },
}
const shownAtFirst = 12

const Line = ({ entry }: { readonly entry: Entry }) => {
  const direction = directions[entry.direction]
  const channel = channels[entry.channel]
  const about = [
    direction.text.toLowerCase(),
    ...(entry.audience > 1 ? [`among ${plural(entry.audience, 'person', 'people')}`] : []),
    ...(entry.words === null ? [] : [plural(entry.words, 'word')]),
    ...(entry.bulk ? ['bulk, counts for nothing'] : []),
  ]
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start" py={8}>
      <Group gap={4} wrap="nowrap" c="dimmed" mt={2} aria-hidden>
        <direction.icon size={17} stroke={1.7} />
        <channel.icon size={17} stroke={1.7} />
      </Group>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm">{entry.subject ?? channel.text}</Text>
        <Text size="xs" c="dimmed">
          {entry.subject === null ? '' : `${channel.text}, `}
          {about.join(', ')}
        </Text>
      </div>
      <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
        <When at={entry.at} />
      </Text>
    </Group>
  )
}

type Props = { readonly entries: readonly Entry[]; readonly counts: PersonDetail['interactions'] }

/** The last interactions, newest first. */
export const Timeline = ({ entries, counts }: Props) => {
  const [all, setAll] = useState(false)
  return (
    <Stack
      className="surface"
      p={{ base: 'md', sm: 'lg' }}
      gap="xs"
      component="section"
      aria-label="Last interactions"
    >
      <Title order={2}>Last interactions</Title>
      <Text size="sm" c="dimmed" className="numbers">
        In all {count(counts.out)} from you, {count(counts.in)} from them, {count(counts.together)} together.
      </Text>
      {entries.length === 0 && <Text size="sm">None so far.</Text>}
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {entries.slice(0, all ? entries.length : shownAtFirst).map((entry, at) => (
          // Two can be alike to the second; their place in the list tells them apart.
          <Line key={`${entry.at} ${at}`} entry={entry} />
        ))}
      </ul>
      {!all && entries.length > shownAtFirst && (
        <div>
          <Button size="sm" variant="default" onClick={() => setAll(true)}>
            Show the last {count(entries.length)}
          </Button>
        </div>
      )}
    </Stack>
  )
}
