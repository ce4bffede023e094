import { Select, type SelectProps } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import type { Contact } from '../client.ts'
import { t } from '../texts/texts.ts'

export type Picked = { readonly id: number; readonly name: string }

const searchDelayMs = 150

type Props = Pick<SelectProps, 'label' | 'description' | 'error' | 'required'> & {
  readonly value: Picked | null
  readonly onChange: (person: Picked | null) => void
  /** People who fit what was typed; the screen fetches them. */
  readonly useFound: (search: string) => readonly Contact[]
}

/** Picks one of the contacts by a few letters of the name. */
export const PersonPicker = ({ value, onChange, useFound, ...field }: Props) => {
  const [text, setText] = useState(value?.name ?? '')
  const [search] = useDebouncedValue(text.trim(), searchDelayMs)
  const found = useFound(value !== null && search === value.name ? '' : search)
  const people = new Map(
    [...(value === null ? [] : [value]), ...found].map((person) => [String(person.id), person]),
  )
  return (
    <Select
      {...field}
      searchable
      clearable
      placeholder={t('outcomes.form.pick')}
      nothingFoundMessage={t('outcomes.form.nobody')}
      clearButtonProps={{ 'aria-label': t('outcomes.form.clear') }}
      comboboxProps={{ withinPortal: false }}
      value={value === null ? null : String(value.id)}
      searchValue={text}
      onSearchChange={setText}
      // The server has searched already, by more than the name.
      filter={({ options }) => options}
      data={[...people].map(([id, { name }]) => ({ value: id, label: name }))}
      onChange={(id) => {
        const person = id === null ? undefined : people.get(id)
        onChange(person === undefined ? null : { id: person.id, name: person.name })
      }}
    />
  )
}
