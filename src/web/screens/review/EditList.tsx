import { Button, Group, Stack, Text, Title } from '@mantine/core'
import type { IdentityEdit } from '../../client.ts'
import { When } from '../../components/When.tsx'
import { percent } from '../../format.ts'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

const SHOWN = 30

const nameOf = (edit: IdentityEdit, who: 'person' | 'other'): string =>
  edit[who].name ||
  (who === 'other' ? edit.moved.map(({ value }) => value).join(', ') : '') ||
  `#${edit[who].id}`

/** The journal: what was merged and split, why and by whom, each with a way back. */
export const EditList = ({
  person,
  working,
  onUndo,
}: {
  /** Only what concerns this person. */
  readonly person?: number
  readonly working: boolean
  readonly onUndo: (edit: number) => void
}) => {
  const edits = useReading('list-edits', person === undefined ? { limit: SHOWN } : { person, limit: SHOWN })
  if (!edits.isSuccess) return null
  if (person !== undefined && edits.data.edits.length === 0) return null
  const title = person === undefined ? t('review.journal') : t('review.person.history')
  return (
    <Stack className="surface" p="lg" gap="sm" component="section" aria-label={title}>
      <Title order={2}>{title}</Title>
      {edits.data.edits.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('review.person.noHistory')}
        </Text>
      )}
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: 'none' }}>
        {edits.data.edits.map((edit) => (
          <Group key={edit.id} justify="space-between" wrap="nowrap" component="li">
            <Stack gap={0} style={{ minWidth: 0 }}>
              <Text size="sm">
                {t(`review.person.kinds.${edit.kind}`)}: {nameOf(edit, 'person')} · {nameOf(edit, 'other')}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`review.person.by.${edit.kind === 'split' && edit.by === 'match' ? 'parted' : edit.by}`)}
                {edit.probability !== null && `, ${percent(edit.probability)}`}
                {edit.by !== 'user' && `: ${edit.reason}`}
                {edit.at !== null && (
                  <>
                    , <When at={edit.at} />
                  </>
                )}
              </Text>
            </Stack>
            {edit.undoneAt === null ? (
              <Button
                size="compact-sm"
                variant="default"
                disabled={working}
                aria-label={t('review.person.undoOf', { edit: edit.id })}
                onClick={() => onUndo(edit.id)}
                style={{ flexShrink: 0 }}
              >
                {t('review.person.undo')}
              </Button>
            ) : (
              <Text size="sm" c="dimmed" style={{ flexShrink: 0 }}>
                {t('review.person.undone')}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
    </Stack>
  )
}
