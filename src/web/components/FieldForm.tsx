import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { t } from '../texts/texts.ts'

type Props = {
  readonly field: string | null
  readonly saving: boolean
  readonly failure: string | null
  readonly onSave: (text: string) => void
}

/** Asks for the field in words. */
export const FieldForm = ({ field, saving, failure, onSave }: Props) => {
  const [text, setText] = useState(field ?? '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSave(text.trim())
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('overview.field.label')}
          description={t('overview.field.description')}
          placeholder={t('overview.field.placeholder')}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={failure}
        />
        <Group justify="flex-end">
          <Button type="submit" size="sm" loading={saving}>
            {t('common.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
