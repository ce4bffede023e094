import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core'
import { useDebouncedValue, useHotkeys, useLocalStorage } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { type PeopleSort, type PeopleView } from '../../queries.ts'
import { PeopleTable } from './PeopleTable.tsx'
import { QuadrantSection } from './QuadrantSection.tsx'
import { usePeopleRows } from './people-rows.ts'
import { t } from '../../texts/texts.ts'

const route = getRouteApi('/people')
const searchDelayMs = 180

const sorts = ['worth', 'closeness', 'calibre', 'trust', 'name', 'recent'] as const

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
        <Title>{t('people.title')}</Title>
        <Button
          variant="default"
          size="sm"
          aria-expanded={plotShown}
          onClick={() => setPlotShown(!plotShown)}
        >
          {plotShown ? t('people.hidePlot') : t('people.showPlot')}
        </Button>
      </Group>
      {plotShown && <QuadrantSection />}
      <Group gap="sm">
        <SearchBox value={q} onSearch={(search) => change({ search })} />
        <NativeSelect
          aria-label={t('people.sortBy')}
          hiddenFrom="sm"
          value={sort}
          data={sorts.map((by) => ({ value: by, label: t(`people.by.${by}`) }))}
          onChange={(event) => change({ sort: event.currentTarget.value as PeopleSort, reverse: false })}
        />
        <Text size="sm" c="dimmed" component="output" className="numbers">
          {rows.total === null
            ? rows.error === null
              ? t('common.loading')
              : ''
            : t('common.people', { count: rows.total })}
        </Text>
      </Group>
      {rows.error !== null && <ErrorNotice sentence={sentenceOf(rows.error)} onRetry={rows.retry} />}
      {nobody && q !== '' && (
        <EmptyNotice title={t('people.nobodyFits', { query: q })}>{t('people.nobodyFitsText')}</EmptyNotice>
      )}
      {nobody && q === '' && (
        <EmptyNotice
          title={t('people.nobody')}
          action={
            <Button component={Link} to="/import" size="sm">
              {t('people.import')}
            </Button>
          }
        >
          {t('people.nobodyText')}
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
