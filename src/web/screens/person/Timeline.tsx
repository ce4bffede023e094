import { Button, Group, SegmentedControl, Skeleton, Text } from '@mantine/core'
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
import { type PersonDetail, sentenceOf } from '../../client.ts'
import { ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { useReading } from '../../queries.ts'
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

const pageSize = 20
const channelNames = [
  'mail',
  'meeting',
  'message',
  'post',
  'call',
] as const satisfies readonly Entry['channel'][]

/** What passed between the two, newest first; narrowed to a channel, and further back on demand. */
export const Timeline = ({ person: { id, interactions: counts } }: { readonly person: PersonDetail }) => {
  const [limit, setLimit] = useState(pageSize)
  const [channel, setChannel] = useState<Entry['channel'] | null>(null)
  const shown = useReading(
    'list-interactions',
    { who: String(id), limit, ...(channel === null ? {} : { channel }) },
    { keep: true },
  )
  const entries = shown.data?.interactions ?? []
  return (
    <Section
      title={t('person.timeline.title')}
      aside={
        <SegmentedControl
          size="xs"
          className="no-print"
          aria-label={t('person.timeline.filter')}
          value={channel ?? ''}
          onChange={(value) => {
            setChannel(channelNames.find((name) => name === value) ?? null)
            setLimit(pageSize)
          }}
          data={[
            { value: '', label: t('person.timeline.all') },
            ...channelNames.map((name) => ({ value: name, label: t(`words.channel.${name}`) })),
          ]}
        />
      }
    >
      <Text size="sm" c="dimmed" className="numbers">
        {t('person.timeline.inAll', { out: counts.out, in: counts.in, together: counts.together })}
      </Text>
      {shown.isPending && <Skeleton height={160} />}
      {shown.isError && (
        <ErrorNotice sentence={sentenceOf(shown.error)} onRetry={() => void shown.refetch()} />
      )}
      {shown.isSuccess && entries.length === 0 && <Text size="sm">{t('person.timeline.none')}</Text>}
      <ul className="timeline">
        {entries.map((entry, at) => (
          // Two can be alike to the second; their place in the list tells them apart.
          <Line key={`${entry.at} ${at}`} entry={entry} />
        ))}
      </ul>
      {shown.data?.more === true && (
        <div className="no-print">
          <Button
            size="sm"
            variant="default"
            loading={shown.isFetching}
            onClick={() => setLimit(limit + 3 * pageSize)}
          >
            {t('person.timeline.more')}
          </Button>
        </div>
      )}
    </Section>
  )
}
