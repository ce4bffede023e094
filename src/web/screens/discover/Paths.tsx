import { Button, Group, Stack, Text } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import type { Output } from '../../client.ts'
import { PersonLink } from '../../components/PersonLink.tsx'
import { copyText } from '../../copy.ts'
import { percent } from '../../format.ts'
import { tellError, tellUndo } from '../../notify.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

export type IntroductionPath = Output<'find-path'>['paths'][number]

type Props = {
  readonly to: { readonly id: number; readonly name: string }
  readonly paths: readonly IntroductionPath[]
}

const Chain = ({ path }: { readonly path: IntroductionPath }) => (
  <Text size="sm">
    {t('discover.you')}
    {path.steps.map((step) => (
      <span key={step.id}>
        {' → '}
        <PersonLink of={step} />
      </span>
    ))}
    <Text span size="sm" c="dimmed" className="numbers">
      {', '}
      {t('discover.path', { probability: percent(path.probability) })}
    </Text>
  </Text>
)

/** Who can introduce the user to somebody: each way with its chance, what to write, and whether they were asked. */
export const Paths = ({ to, paths }: Props) => {
  const ask = useChanging('ask-introduction')
  const forget = useChanging('remove-introduction')
  if (paths.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('discover.noPath')}
      </Text>
    )
  return (
    <ol className="quiet-list">
      {paths.map((path) => {
        const via = path.steps[0]
        if (via === undefined) return null
        return (
          <li key={via.id}>
            <Stack gap={6}>
              <Chain path={path} />
              {path.steps.map((step) => (
                <Text key={step.id} size="xs" c="dimmed">
                  {step.evidence}
                </Text>
              ))}
              <details className="more">
                <summary>{t('discover.message', { name: via.name })}</summary>
                <Stack gap="xs" mt={6}>
                  <Text size="sm" className="plan-draft">
                    {path.message}
                  </Text>
                  <Group gap="xs">
                    <Button
                      size="xs"
                      variant="default"
                      leftSection={<IconCopy size={15} aria-hidden />}
                      onClick={() => void copyText(path.message)}
                    >
                      {t('discover.copy')}
                    </Button>
                  </Group>
                </Stack>
              </details>
              {path.asked === null ? (
                <Group>
                  <Button
                    size="compact-sm"
                    variant="default"
                    h="auto"
                    py={4}
                    // A long name goes on in a second line.
                    styles={{ label: { whiteSpace: 'normal' } }}
                    leftSection={<IconCheck size={14} aria-hidden />}
                    onClick={() =>
                      ask.mutate(
                        { to: String(to.id), via: String(via.id) },
                        {
                          onError: tellError,
                          onSuccess: ({ id }) =>
                            tellUndo(t('discover.asked', { via: via.name, to: to.name }), () =>
                              forget.mutate({ id }, { onError: tellError }),
                            ),
                        },
                      )
                    }
                  >
                    {t('discover.iAsked', { name: via.name })}
                  </Button>
                </Group>
              ) : (
                <Text size="xs" fw={550}>
                  {t(`discover.introductions.states.${path.asked}`)}
                </Text>
              )}
            </Stack>
          </li>
        )
      })}
    </ol>
  )
}
