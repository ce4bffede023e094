import { Stack, Text, Title } from '@mantine/core'
import type { Question } from '../../client.ts'
import { count, decimal } from '../../format.ts'
import type { TextKey } from '../../texts/keys.ts'
import { t } from '../../texts/texts.ts'

type Part = Question['parts'][number]

const fieldName = (field: string): string => {
  const key = `review.fields.${field}`
  return t(key as Extract<TextKey, `review.fields.${string}`>)
}

/** Times from which on they are not told more exactly. */
const MOST_TIMES = 1000

const effectInWords = ({ effect }: Part): string => {
  if (effect === null) return t('review.likelier.little')
  const times = effect.times % 1 === 0 ? count(effect.times) : decimal(effect.times, 1)
  return t(`review.likelier.${effect.for}${effect.times >= MOST_TIMES ? 'Most' : ''}`, { times })
}

/** What the probability is made of: each kind of evidence in words, with its effect. */
export const Evidence = ({ parts }: { readonly parts: readonly Part[] }) => (
  <Stack gap={6} component="section" aria-label={t('review.evidence')}>
    <Title order={3}>{t('review.evidence')}</Title>
    <table className="facts-table numbers">
      <thead>
        <tr>
          <th scope="col" style={{ width: '26%' }}>
            {t('review.field')}
          </th>
          <th scope="col">{t('review.says')}</th>
          <th scope="col">{t('review.effect')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.field}>
            <th scope="row" style={{ hyphens: 'auto' }}>
              {fieldName(part.field)}
            </th>
            <td>{part.words}</td>
            <td>{effectInWords(part)}</td>
          </tr>
        ))}
      </tbody>
    </table>
    <Text size="sm" c="dimmed">
      {t('review.effectNote')}
    </Text>
  </Stack>
)
