import { Accordion, Stack, Text, Title } from '@mantine/core'
import type { Source } from '../client.ts'
import { SourceFlow, SourceSign } from './SourceFlow.tsx'
import { t } from '../texts/texts.ts'

/** What kith reads, and the steps that get it. */
export const SourceGuides = ({ sources }: { readonly sources: readonly Source[] }) => (
  <Stack gap="sm" component="section" aria-label={t('imports.sources.label')}>
    <Title order={2}>{t('imports.sources.title')}</Title>
    <Accordion variant="contained" order={3} radius="lg">
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
  </Stack>
)
