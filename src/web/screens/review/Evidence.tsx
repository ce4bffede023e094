import { Stack, Text, Title, VisuallyHidden } from '@mantine/core'
import type { Question } from '../../client.ts'
import { decimal } from '../../format.ts'
import type { TextKey } from '../../texts/keys.ts'
import { t } from '../../texts/texts.ts'

type Part = Question['parts'][number]

/** In the language of the user where the catalogue has it, otherwise as kith says it. */
const inWords = ({ field, level, words }: Part): string => {
  const key = `review.levels.${field} ${level}`
  const said = t(key as Extract<TextKey, `review.levels.${string}`>)
  return said === key ? words : said
}

const fieldName = (field: string): string => {
  const key = `review.fields.${field}`
  return t(key as Extract<TextKey, `review.fields.${string}`>)
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
          <th scope="col" className="end">
            {t('review.effect')}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map((part) => (
          <tr key={part.field}>
            <th scope="row">{fieldName(part.field)}</th>
            <td>{inWords(part)}</td>
            <td className="end">
              {part.bits >= 0 ? '+' : '−'}
              {decimal(Math.abs(part.bits), 1)}
              <VisuallyHidden>
                {' '}
                {part.bits >= 0 ? t('review.speaksFor') : t('review.speaksAgainst')}
              </VisuallyHidden>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
    <Text size="sm" c="dimmed">
      {t('review.effectNote')}
    </Text>
  </Stack>
)
