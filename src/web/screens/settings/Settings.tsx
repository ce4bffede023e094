import { SegmentedControl, Skeleton, Stack, Text, Title, useMantineColorScheme } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { sentenceOf } from '../../client.ts'
import { FieldForm } from '../../components/FieldForm.tsx'
import { MeForm } from '../../components/MeForm.tsx'
import { ErrorNotice } from '../../components/Notice.tsx'
import { When } from '../../components/When.tsx'
import { count } from '../../format.ts'
import { useChanging, useReading } from '../../queries.ts'

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <Stack className="surface" p="lg" gap="md" component="section" aria-label={title}>
    <Title order={2}>{title}</Title>
    {children}
  </Stack>
)

const Theme = () => {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <SegmentedControl
      aria-label="Theme"
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={[
        { value: 'auto', label: 'As the system' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ]}
      style={{ alignSelf: 'flex-start' }}
    />
  )
}

const saved = (): unknown => notifications.show({ message: 'Saved.', withBorder: true, autoClose: 3_000 })

/** Who the user is, their field, how kith looks, and where the data lives. */
export const Settings = () => {
  const status = useReading('get-status', {})
  const setMe = useChanging('set-me')
  const setField = useChanging('set-field')
  if (status.isPending) return <Skeleton height={400} radius="lg" />
  if (status.isError)
    return <ErrorNotice sentence={sentenceOf(status.error)} onRetry={() => void status.refetch()} />
  const { me, field, counts, location, version, scoredAt } = status.data
  return (
    <Stack gap="lg" maw={720}>
      <Title>Settings</Title>
      <Section title="You">
        <MeForm
          key={`${me.id} ${me.identities.length}`}
          name={me.name}
          identities={me.identities}
          reason={me.confirmed ? null : me.reason}
          submit="Save"
          saving={setMe.isPending}
          failure={setMe.isError ? sentenceOf(setMe.error) : null}
          onSave={(input) => setMe.mutate({ ...input, only: true }, { onSuccess: saved })}
        />
      </Section>
      <Section title="Field">
        <FieldForm
          key={field}
          field={field}
          saving={setField.isPending}
          failure={setField.isError ? sentenceOf(setField.error) : null}
          onSave={(text) => setField.mutate({ text }, { onSuccess: saved })}
        />
      </Section>
      <Section title="Theme">
        <Theme />
      </Section>
      <Section title="Data">
        <table className="facts-table numbers">
          <tbody>
            <tr>
              <th scope="row">Kept in</th>
              <td>{location}</td>
            </tr>
            <tr>
              <th scope="row">People</th>
              <td>{count(counts.people)}</td>
            </tr>
            <tr>
              <th scope="row">Interactions</th>
              <td>{count(counts.interactions)}</td>
            </tr>
            <tr>
              <th scope="row">Last interaction</th>
              <td>
                <When at={counts.lastAt} none="none yet" />
              </td>
            </tr>
            <tr>
              <th scope="row">Scores as of</th>
              <td>
                <When at={scoredAt} none="not yet" />
              </td>
            </tr>
            <tr>
              <th scope="row">Version of kith</th>
              <td>{version}</td>
            </tr>
          </tbody>
        </table>
        <Text size="sm" c="dimmed">
          Nothing leaves this computer. To keep a copy, stop kith and copy the file.
        </Text>
      </Section>
    </Stack>
  )
}
