import { Button, Group, NativeSelect, Skeleton, Stack, Text, Title } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { Link, getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { sentenceOf } from '../../client.ts'
import { EmptyNotice, ErrorNotice } from '../../components/Notice.tsx'
import { Later } from '../../later.tsx'
import { useReading } from '../../queries.ts'
import { t } from '../../texts/texts.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { FilterButton, FilterChips } from './FilterBar.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { QuadrantSection } from './QuadrantSection.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SelectionBar } from './SelectionBar.tsx'
import { ViewsMenu } from './ViewsMenu.tsx'
import { usualColumns } from './columns.tsx'
import { usePeopleRows } from './people-rows.ts'
import {
  type PeopleFilters,
  type PeopleSearch,
  type PeopleSort,
  filtersOf,
  sorts,
  viewOf,
  withoutGaps,
} from './people-search.ts'
import { useSelection } from './selection.ts'

const route = getRouteApi('/people')

const Nobody = ({ narrowed, query }: { readonly narrowed: boolean; readonly query: string }) =>
  query !== '' && !narrowed ? (
    <EmptyNotice title={t('people.nobodyFits', { query })}>{t('people.nobodyFitsText')}</EmptyNotice>
  ) : narrowed ? (
    <EmptyNotice title={t('people.nobodyLeft')}>{t('people.nobodyLeftText')}</EmptyNotice>
  ) : (
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
  )

/** Everybody: the plot with its four fields, and the table one can sort, search, narrow and choose from. */
export const People = () => {
  const search = route.useSearch()
  const { q = '', sort = 'worth', reverse = false } = search
  const filters = useMemo(() => filtersOf(search), [search])
  const navigate = route.useNavigate()
  const [plotShown, setPlotShown] = useLocalStorage({
    key: 'kith.plot',
    defaultValue: true,
    getInitialValueInEffect: false,
  })
  const [shown, setShown] = useLocalStorage<readonly string[]>({
    key: 'kith.columns',
    defaultValue: usualColumns,
    getInitialValueInEffect: false,
  })
  const view = viewOf(search)
  const rows = usePeopleRows(view)
  const facets = useReading('count-people', {})
  const selection = useSelection(view)
  const go = (next: PeopleSearch, replace: boolean): void =>
    void navigate({ replace, resetScroll: false, search: next })
  const order = (by: PeopleSort, turned: boolean): void => {
    const { sort: _, reverse: __, ...rest } = search
    const next = { sort: by === 'worth' ? undefined : by, reverse: turned ? (true as const) : undefined }
    go({ ...rest, ...(withoutGaps(next) as PeopleSearch) }, true)
  }
  const find = (text: string): void => {
    const { q: _, ...rest } = search
    go(text === '' ? rest : { ...rest, q: text }, true)
  }
  // A filter is a step that the back button takes back; typing and sorting are not.
  const narrow = useCallback(
    (next: PeopleFilters): void =>
      void navigate({
        resetScroll: false,
        search: (now) => ({ ...withoutGaps({ q: now.q, sort: now.sort, reverse: now.reverse }), ...next }),
      }),
    [navigate],
  )
  const nobody = rows.total === 0 && rows.error === null
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <Group gap="md" align="baseline">
          <Title>{t('people.title')}</Title>
          <Text size="sm" c="dimmed" component="output" className="numbers">
            {rows.total === null
              ? rows.error === null
                ? t('common.loading')
                : ''
              : t('common.people', { count: rows.total })}
          </Text>
        </Group>
        <Button
          variant="default"
          size="sm"
          aria-expanded={plotShown}
          onClick={() => setPlotShown(!plotShown)}
        >
          {plotShown ? t('people.hidePlot') : t('people.showPlot')}
        </Button>
      </Group>
      {plotShown && (
        <Later until={<Skeleton height={340} radius="lg" />}>
          <QuadrantSection filters={filters} onNarrow={narrow} wanted={rows.total !== null} />
        </Later>
      )}
      <Stack gap="sm">
        <Group gap="sm">
          <SearchBox value={q} onSearch={find} />
          <NativeSelect
            aria-label={t('people.sortBy')}
            hiddenFrom="sm"
            value={sort}
            data={sorts.map((by) => ({ value: by, label: t(`people.by.${by}`) }))}
            onChange={({ currentTarget: { value } }) =>
              order(sorts.find((by) => by === value) ?? 'worth', false)
            }
          />
          <FilterButton filters={filters} facets={facets.data} onChange={narrow} />
          <ColumnsMenu shown={shown} onChange={setShown} />
          <ViewsMenu
            search={search}
            columns={shown}
            onOpen={(next, cols) => {
              if (cols !== undefined) setShown(cols)
              go(next, false)
            }}
          />
        </Group>
        <FilterChips filters={filters} onChange={narrow} />
      </Stack>
      {rows.error !== null && <ErrorNotice sentence={sentenceOf(rows.error)} onRetry={rows.retry} />}
      {nobody && <Nobody narrowed={Object.keys(filters).length > 0} query={q} />}
      {!nobody && rows.error === null && (
        <PeopleTable
          rows={rows}
          shown={shown}
          sort={sort}
          reverse={reverse}
          onSort={(by) => order(by, by === sort && !reverse)}
          selection={selection}
        />
      )}
      {selection.size > 0 && <SelectionBar selection={selection} tags={facets.data?.tags ?? []} />}
    </Stack>
  )
}
