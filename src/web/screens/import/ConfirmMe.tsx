import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { type ImportReport, sentenceOf } from '../../client.ts'
import { MeForm } from '../../components/MeForm.tsx'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** Asks the user to confirm whom kith took to be them; everything that is in or out hangs on it. */
export const ConfirmMe = ({
  report,
  onDone,
}: {
  readonly report: ImportReport
  readonly onDone: () => void
}) => {
  const set = useChanging('set-me')
  const { me } = report
  if (me?.confirmed)
    return (
      <Group justify="flex-end">
        <Button onClick={onDone}>{t('shell.goToOverview')}</Button>
      </Group>
    )
  return (
    <Stack className="surface" p="lg" gap="sm" component="section" aria-label={t('imports.me.is')}>
      <Title order={2}>{me === null ? t('imports.me.which') : t('imports.me.is')}</Title>
      {me === null && (
        <Text size="sm" c="dimmed">
          {t('imports.me.cannotTell')}
        </Text>
      )}
      <MeForm
        name={me?.name ?? null}
        identities={me?.identities ?? []}
        reason={me?.reason ?? null}
        submit={me === null ? t('common.save') : t('imports.me.yes')}
        saving={set.isPending}
        failure={set.isError ? sentenceOf(set.error) : null}
        other={
          <Button variant="subtle" color="gray" c="dimmed" onClick={onDone}>
            {t('imports.me.later')}
          </Button>
        }
        onSave={(input) => set.mutate({ ...input, only: true }, { onSuccess: onDone })}
      />
    </Stack>
  )
}
