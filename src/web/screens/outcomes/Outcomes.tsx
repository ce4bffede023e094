import { Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useDisclosure } from '@mantine/hooks'
import { getRouteApi } from '@tanstack/react-router'
import { sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { Section } from '../../components/Section.tsx'
import { amount } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { OutcomeForm } from './OutcomeForm.tsx'
import { OutcomeTable } from './OutcomeTable.tsx'
import { Rates } from './Rates.tsx'
import { Return } from './Return.tsx'
import { Suggestions } from './Suggestions.tsx'

const route = getRouteApi('/outcomes')

/** What came of the network, what kith learned from it, and what the time brought. */
export const Outcomes = () => {
  const outcomes = useReading('list-outcomes', {})
  const { add: asked } = route.useSearch()
  const navigate = route.useNavigate()
  const [opened, add] = useDisclosure(false)
  const adding = opened || asked === true
  const close = (): void => {
    add.close()
    if (asked === true) void navigate({ search: {}, replace: true })
  }
  return (
    <Stack gap={32}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title>{t('outcomes.title')}</Title>
          <Button size="sm" leftSection={<IconPlus size={16} aria-hidden />} onClick={add.open}>
            {t('outcomes.add')}
          </Button>
        </Group>
        <Text c="dimmed" maw={640}>
          {t('outcomes.intro')}
        </Text>
      </Stack>
      <Suggestions />
      {outcomes.isPending && <Skeleton height={160} radius="lg" />}
      {outcomes.isError && (
        <ErrorNotice sentence={sentenceOf(outcomes.error)} onRetry={() => void outcomes.refetch()} />
      )}
      {outcomes.data?.outcomes.length === 0 && (
        <EmptyNotice title={t('outcomes.none')}>{t('outcomes.noneText')}</EmptyNotice>
      )}
      {outcomes.data && outcomes.data.outcomes.length > 0 && (
        <Section
          title={t('outcomes.list')}
          aside={
            outcomes.data.value > 0 && (
              <Text size="sm" c="dimmed" className="numbers">
                {t('outcomes.total', { value: amount(outcomes.data.value) })}
              </Text>
            )
          }
        >
          <OutcomeTable outcomes={outcomes.data.outcomes} />
        </Section>
      )}
      <Rates />
      <Return />
      {adding && <OutcomeForm opened onClose={close} />}
    </Stack>
  )
}
