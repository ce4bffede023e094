import { Stack, Text, Title } from '@mantine/core'
import type { Worth } from '../../client.ts'
import { count, percent } from '../../format.ts'

/** The thesis in numbers: how many contacts it takes, by what each brings. */
export const Sizing = ({ sizing }: { readonly sizing: Worth['sizing'] }) => (
  <Stack className="surface" p="lg" gap="sm" component="section" aria-label="How many it takes">
    <div>
      <Title order={2}>How many it takes</Title>
      <Text size="sm" c="dimmed">
        For 3 successes, 80 % sure. A few contacts who are close and of calibre do what hundreds of others do
        not.
      </Text>
    </div>
    <table className="facts-table numbers">
      <thead>
        <tr>
          <th scope="col">Chance that one contact brings a success</th>
          <th scope="col" className="end">
            Contacts it takes
          </th>
        </tr>
      </thead>
      <tbody>
        {sizing.map(({ value, contacts }) => (
          <tr key={value}>
            <td>{percent(value)}</td>
            <td className="end">{contacts === null ? 'out of reach' : count(contacts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Stack>
)
