import { Button, Group, Stack, Text, Title } from '@mantine/core'
import { type ImportReport, sentenceOf } from '../../client.ts'
import { MeForm } from '../../components/MeForm.tsx'
import { useChanging } from '../../queries.ts'

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
        <Button onClick={onDone}>Go to the overview</Button>
      </Group>
    )
  return (
    <Stack className="surface" p="lg" gap="sm" component="section" aria-label="Is this you?">
      <Title order={2}>{me === null ? 'Which addresses are yours?' : 'Is this you?'}</Title>
      {me === null && (
        <Text size="sm" c="dimmed">
          kith could not tell from these files. Without your addresses it cannot tell who wrote to whom.
        </Text>
      )}
      <MeForm
        name={me?.name ?? null}
        identities={me?.identities ?? []}
        reason={me?.reason ?? null}
        submit={me === null ? 'Save' : 'Yes, this is me'}
        saving={set.isPending}
        failure={set.isError ? sentenceOf(set.error) : null}
        other={
          <Button variant="subtle" color="gray" c="dimmed" onClick={onDone}>
            Later
          </Button>
        }
        onSave={(input) => set.mutate({ ...input, only: true }, { onSuccess: onDone })}
      />
    </Stack>
  )
}
