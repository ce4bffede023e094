import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'

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
          label="Your field"
          description="Calibre is influence in this field, so titles and endorsements that fit it weigh more."
          placeholder="Marketing, software, pricing"
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={failure}
        />
        <Group justify="flex-end">
          <Button type="submit" size="sm" loading={saving}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
