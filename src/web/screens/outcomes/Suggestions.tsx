import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import type { Output } from '../../client.ts'
import { PersonLink } from '../../components/PersonLink.tsx'
import { Section } from '../../components/Section.tsx'
import { When } from '../../components/When.tsx'
import { tell, tellError } from '../../notify.tsx'
import { useChanging, useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { OutcomeForm } from './OutcomeForm.tsx'

type Suggestion = Output<'suggest-outcomes'>['suggestions'][number]
const shownAtFirst = 5

/** Outcomes that mail may tell of, to be recorded or turned down; silent where there are none. */
export const Suggestions = () => {
  const suggested = useReading('suggest-outcomes', {})
  const dismiss = useChanging('dismiss-outcome')
  const [recording, setRecording] = useState<Suggestion | null>(null)
  const suggestions = suggested.data?.suggestions ?? []
  if (suggestions.length === 0) return null
  return (
    <Section title={t('outcomes.suggestions.title')}>
      <Text size="sm" c="dimmed">
        {t('outcomes.suggestions.text')}
      </Text>
      <ul className="quiet-list">
        {suggestions.slice(0, shownAtFirst).map((suggestion) => (
          <li key={suggestion.key}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text size="sm">
                  <PersonLink of={suggestion.from} />
                  {` · ${suggestion.subject}`}
                </Text>
                <Text size="xs" c="dimmed">
                  <When at={suggestion.at} /> · {suggestion.why}
                </Text>
              </div>
              <Group gap="xs">
                <Button size="compact-sm" variant="default" onClick={() => setRecording(suggestion)}>
                  {t('outcomes.suggestions.record')}
                </Button>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  onClick={() =>
                    dismiss.mutate(
                      { key: suggestion.key },
                      { onError: tellError, onSuccess: () => tell(t('outcomes.suggestions.dismissed')) },
                    )
                  }
                >
                  {t('outcomes.suggestions.no')}
                </Button>
              </Group>
            </Group>
          </li>
        ))}
      </ul>
      {recording && (
        <OutcomeForm
          opened
          onClose={() => setRecording(null)}
          from={recording.from}
          kind={recording.kind}
          at={recording.at}
          suggestion={recording.key}
        />
      )}
    </Section>
  )
}
