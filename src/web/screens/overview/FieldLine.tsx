import { Anchor, Button, Group, Popover, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { FieldForm } from '../../components/FieldForm.tsx'
import { sentenceOf } from '../../client.ts'
import { useChanging } from '../../queries.ts'
import { t } from '../../texts/texts.ts'

/** The user's field in their own words, changed in place. */
export const FieldLine = ({ field, known }: { readonly field: string | null; readonly known: boolean }) => {
  const [opened, { toggle, close }] = useDisclosure(false)
  const set = useChanging('set-field')
  if (!known) return null
  return (
    <Popover
      opened={opened}
      onChange={(open) => !open && close()}
      width={320}
      trapFocus
      returnFocus
      position="bottom-end"
    >
      <Group gap={6} maw={420}>
        {field !== null && (
          <Text size="sm" c="dimmed">
            {t('overview.field.yours', { field })}
          </Text>
        )}
        <Popover.Target>
          {field === null ? (
            <Button size="sm" variant="default" onClick={toggle}>
              {t('overview.field.name')}
            </Button>
          ) : (
            <Anchor
              component="button"
              type="button"
              size="sm"
              underline="always"
              aria-label={t('overview.field.change')}
              onClick={toggle}
            >
              {t('common.change')}
            </Anchor>
          )}
        </Popover.Target>
      </Group>
      <Popover.Dropdown aria-label={t('overview.field.label')}>
        <FieldForm
          field={field}
          saving={set.isPending}
          failure={set.isError ? sentenceOf(set.error) : null}
          onSave={(text) => set.mutate({ text }, { onSuccess: close })}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
