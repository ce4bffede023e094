import { Accordion, Stack, Text, Title } from '@mantine/core'
import type { Source } from '../client.ts'
import { SourceFlow, SourceSign } from './SourceFlow.tsx'
import { t } from '../texts/texts.ts'

/** Sources by what they are; what is in none of the groups comes last. */
const groups: readonly (readonly [name: GroupName, sources: readonly string[]])[] = [
  ['mail', ['mbox', 'pst', 'maildir', 'eml', 'msg']],
  ['networks', ['linkedin', 'meta', 'x', 'mastodon', 'bluesky']],
  ['messengers', ['whatsapp', 'slack', 'google-chat', 'signal', 'telegram', 'sms']],
  ['people', ['vcard', 'contacts-csv', 'icalendar']],
]

type GroupName = 'mail' | 'networks' | 'messengers' | 'people' | 'others'
type Group = readonly [name: GroupName, sources: readonly Source[]]

const grouped = (sources: readonly Source[]): Group[] => {
  const placed = new Set(groups.flatMap(([, ids]) => ids))
  const all: Group[] = [
    ...groups.map<Group>(([name, ids]) => [name, sources.filter(({ id }) => ids.includes(id))]),
    ['others', sources.filter(({ id }) => !placed.has(id))],
  ]
  return all.filter(([, of]) => of.length > 0)
}

/** What kith reads, and the steps that get it. */
export const SourceGuides = ({ sources }: { readonly sources: readonly Source[] }) => (
  <Stack gap="md" component="section" aria-label={t('imports.sources.label')}>
    <Title order={2}>{t('imports.sources.title')}</Title>
    {grouped(sources).map(([name, of]) => (
      <Stack key={name} gap="xs">
        <Title order={3} fz="sm" c="dimmed">
          {t(`imports.sources.groups.${name}`)}
        </Title>
        <Guides sources={of} />
      </Stack>
    ))}
  </Stack>
)

const Guides = ({ sources }: { readonly sources: readonly Source[] }) => (
  <Accordion variant="contained" order={4} radius="lg">
    {sources.map(({ id, title, reads, howToExport }) => (
      <Accordion.Item key={id} value={id} bg="var(--kith-surface)">
        <Accordion.Control>
          <span className="source-head">
            <SourceSign source={id} />
            <span>
              <Text fw={550}>{title}</Text>
              <Text size="sm" c="dimmed">
                {reads}
              </Text>
            </span>
          </span>
        </Accordion.Control>
        <Accordion.Panel>
          <SourceFlow source={id} title={title} />
          <ol className="source-steps">
            {howToExport.map((step) => (
              <li key={step}>
                <Text size="sm">{step}</Text>
              </li>
            ))}
          </ol>
        </Accordion.Panel>
      </Accordion.Item>
    ))}
  </Accordion>
)
