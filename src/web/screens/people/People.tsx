import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue, useHotkeys, useLocalStorage } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { plural } from '../../format.ts'
import { type PeopleSort, type PeopleView } from '../../queries.ts'
import { PeopleTable } from './PeopleTable.tsx'
import { QuadrantSection } from './QuadrantSection.tsx'
import { usePeopleRows } from './people-rows.ts'

const route = getRouteApi('/people')
const searchDelayMs = 180

const sortNames: Readonly<Record<PeopleSort, string>> = {
  worth: 'Worth',
  closeness: 'Closeness',
  calibre: 'Calibre',
  trust: 'Trust',
  name: 'Name',
  recent: 'Last contact',
}

/** A search box that keeps what is typed and tells it on when typing rests. */
const SearchBox = ({
  value,
  onSearch,
}: {
  readonly value: string
  readonly onSearch: (text: string) => void
}) => {
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
      aria-label="Search people"
      placeholder="Search name, address, organisation or title"
      leftSection={<IconSearch size={17} stroke={1.7} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      style={{ flex: '1 1 260px' }}
      maxLength={200}
    />
  )
}

/** Everybody: the plot with its four fields, and the table one can sort and search. */
export const People = () => {
  const { q = '', sort = 'worth', reverse = false } = route.useSearch()
  const navigate = route.useNavigate()
  const [plotShown, setPlotShown] = useLocalStorage({
    key: 'kith.plot',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  const view: PeopleView = { sort, reverse, search: q }
  const rows = usePeopleRows(view)
  const change = (next: Partial<PeopleView>): void => {
    const all = { ...view, ...next }
    void navigate({
      replace: true,
      resetScroll: false,
      search: {
        ...(all.search === '' ? {} : { q: all.search }),
        ...(all.sort === 'worth' ? {} : { sort: all.sort }),
        ...(all.reverse ? { reverse: true } : {}),
      },
    })
  }
  const nobody = rows.total === 0 && !rows.error
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Title>People</Title>
        <Button
          variant="default"
          size="sm"
          aria-expanded={plotShown}
          onClick={() => setPlotShown(!plotShown)}
        >
          {plotShown ? 'Hide the plot' : 'Show the plot'}
        </Button>
      </Group>
      {plotShown && <QuadrantSection />}
      <Group gap="sm">
        <SearchBox value={q} onSearch={(search) => change({ search })} />
        <NativeSelect
          aria-label="Sort by"
          hiddenFrom="sm"
          value={sort}
          data={Object.entries(sortNames).map(([value, label]) => ({
            value,
            label: `By ${label.toLowerCase()}`,
          }))}
          onChange={(event) => change({ sort: event.currentTarget.value as PeopleSort, reverse: false })}
        />
        <Text size="sm" c="dimmed" component="output" className="numbers">
          {rows.total === null
            ? rows.error === null
              ? 'Loading'
              : ''
            : plural(rows.total, 'person', 'people')}
        </Text>
      </Group>
      {rows.error !== null && <ErrorNotice sentence={sentenceOf(rows.error)} onRetry={rows.retry} />}
      {nobody && q !== '' && (
        <EmptyNotice title={`Nobody fits “${q}”`}>
          Try part of a name, an address, an organisation or a title.
        </EmptyNotice>
      )}
      {nobody && q === '' && (
        <EmptyNotice
          title="Nobody yet"
          action={
            <Button component={Link} to="/import" size="sm">
              Import
            </Button>
          }
        >
          People appear here once you have brought in mail, a calendar or an export.
        </EmptyNotice>
      )}
      {!nobody && rows.error === null && (
        <PeopleTable
          rows={rows}
          sort={sort}
          reverse={reverse}
          onSort={(by) => change(by === sort ? { reverse: !reverse } : { sort: by, reverse: false })}
        />
      )}
    </Stack>
  )
}
