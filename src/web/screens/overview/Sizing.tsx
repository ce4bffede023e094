import { Stack, Text, Title } from '@mantine/core'
import type { Worth } from '../../client.ts'
import { count, percent } from '../../format.ts'
import { t } from '../../texts/texts.ts'

/** The thesis in numbers: how many contacts it takes, by what each brings. */
export const Sizing = ({ sizing }: { readonly sizing: Worth['sizing'] }) => (
  <Stack className="surface" p="lg" gap="sm" component="section" aria-label={t('overview.sizing.title')}>
    <div>
      <Title order={2}>{t('overview.sizing.title')}</Title>
      <Text size="sm" c="dimmed">
        {t('overview.sizing.text')}
      </Text>
    </div>
    <table className="facts-table numbers">
      <thead>
        <tr>
          <th scope="col">{t('overview.sizing.chance')}</th>
          <th scope="col" className="end">
            {t('overview.sizing.contacts')}
          </th>
        </tr>
      </thead>
      <tbody>
        {sizing.map(({ value, contacts }) => (
          <tr key={value}>
            <td>{percent(value)}</td>
            <td className="end">{contacts === null ? t('common.outOfReach') : count(contacts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Stack>
)
