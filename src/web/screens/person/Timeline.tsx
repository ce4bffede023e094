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
import type { PlainKey } from '../../texts/keys.ts'
import { t } from '../../texts/texts.ts'

type Entry = PersonDetail['timeline'][number]

const directions = {
  out: { icon: IconArrowUpRight, text: 'person.timeline.fromYou' },
  in: { icon: IconArrowDownLeft, text: 'person.timeline.fromThem' },
  together: { icon: IconArrowsHorizontal, text: 'person.timeline.together' },
} as const satisfies Readonly<Record<Entry['direction'], { readonly icon: Icon; readonly text: PlainKey }>>
const channels: Readonly<Record<Entry['channel'], Icon>> = {
  mail: IconMail,
  meeting: IconCalendarEvent,
  message: IconMessage,
  post: IconSpeakerphone,
  call: IconPhone,
}
const shownAtFirst = 12

const Line = ({ entry }: { readonly entry: Entry }) => {
  const direction = directions[entry.direction]
  const ChannelIcon = channels[entry.channel]
  const channel = t(`words.channel.${entry.channel}`)
  const about = [
    t(direction.text),
    ...(entry.audience > 1 ? [t('person.timeline.among', { count: entry.audience })] : []),
    ...(entry.words === null ? [] : [t('person.timeline.words', { count: entry.words })]),
    ...(entry.bulk ? [t('person.timeline.bulk')] : []),
  ]
  return (
    <Group component="li" gap="sm" wrap="nowrap" align="flex-start" py={8}>
      <Group gap={4} wrap="nowrap" c="dimmed" mt={2} aria-hidden>
        <direction.icon size={17} stroke={1.7} />
        <ChannelIcon size={17} stroke={1.7} />
      </Group>
      <div style={{ flex: 1, minWidth: 0 }}>
        <Text size="sm">{entry.subject ?? channel}</Text>
        <Text size="xs" c="dimmed">
          {entry.subject === null ? '' : `${channel}, `}
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
      aria-label={t('person.timeline.title')}
    >
      <Title order={2}>{t('person.timeline.title')}</Title>
      <Text size="sm" c="dimmed" className="numbers">
        {t('person.timeline.inAll', { out: counts.out, in: counts.in, together: counts.together })}
      </Text>
      {entries.length === 0 && <Text size="sm">{t('person.timeline.none')}</Text>}
      <ul style={{ margin: 0, padding: 0, listStyle: 'none' }}>
        {entries.slice(0, all ? entries.length : shownAtFirst).map((entry, at) => (
          // Two can be alike to the second; their place in the list tells them apart.
          <Line key={`${entry.at} ${at}`} entry={entry} />
        ))}
      </ul>
      {!all && entries.length > shownAtFirst && (
        <div>
          <Button size="sm" variant="default" onClick={() => setAll(true)}>
            {t('person.timeline.showLast', { count: entries.length })}
          </Button>
        </div>
      )}
    </Stack>
  )
}
