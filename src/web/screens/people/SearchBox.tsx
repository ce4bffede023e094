import { TextInput } from '@mantine/core'
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { t } from '../../texts/texts.ts'

const searchDelayMs = 180

type Props = { readonly value: string; readonly onSearch: (text: string) => void }

/** A search box that keeps what is typed and tells it on when typing rests. */
export const SearchBox = ({ value, onSearch }: Props) => {
  const [text, setText] = useState(value)
  const [settled] = useDebouncedValue(text, searchDelayMs)
  const box = useRef<HTMLInputElement>(null)
  const told = useRef(value)
  useHotkeys([['/', () => box.current?.focus()]])
  useEffect(() => {
    if (settled.trim() !== told.current) {
      told.current = settled.trim()
      onSearch(told.current)
    }
  }, [settled, onSearch])
  useEffect(() => {
    // The back button, or a link, changed the search from outside.
    if (value !== told.current) {
      told.current = value
      setText(value)
    }
  }, [value])
  return (
    <TextInput
      ref={box}
      type="search"
      aria-label={t('people.search')}
      placeholder={t('people.searchPlaceholder')}
      leftSection={<IconSearch size={17} stroke={1.7} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      style={{ flex: '1 1 260px' }}
      maxLength={200}
    />
  )
}
