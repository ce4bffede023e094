/* oxlint-disable jsx-a11y/control-has-associated-label -- the cells' text comes from components that the rule does not look into */
import './people-table.css'
import { Checkbox, Tooltip } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Contact } from '../../client.ts'
import { t } from '../../texts/texts.ts'
import { type Column, columns } from './columns.tsx'
import type { PeopleRows } from './people-rows.ts'
import type { PeopleSort } from './people-search.ts'
import type { Selection } from './selection.ts'

const rowHeight = 56

type HeadProps = {
  readonly column: Column
  readonly sort: PeopleSort
  readonly reverse: boolean
  readonly onSort: (sort: PeopleSort) => void
}

const Head = ({ column, sort, reverse, onSort }: HeadProps) => {
  const { id, title, hint, sort: by } = column
  if (by === null)
    return (
      <th scope="col" className={`people-${id}-column`}>
        {hint === null ? (
          t(title)
        ) : (
          <Tooltip label={t(hint)}>
            <span>{t(title)}</span>
          </Tooltip>
        )}
      </th>
    )
  const active = sort === by
  // A name goes up from A; everything else begins with the most.
  const upwards = (by === 'name') !== reverse
  const Arrow = upwards ? IconArrowUp : IconArrowDown
  return (
    <th
      scope="col"
      className={`people-${id}-column`}
      aria-sort={active ? (upwards ? 'ascending' : 'descending') : 'none'}
    >
      <Tooltip label={hint && t(hint)}>
        <button type="button" className="people-sort" data-active={active} onClick={() => onSort(by)}>
          {t(title)}
          {active && <Arrow size={14} aria-hidden />}
        </button>
      </Tooltip>
    </th>
  )
}

type RowProps = {
  readonly index: number
  readonly person: Contact | undefined
  readonly shown: readonly Column[]
  readonly selected: boolean
  readonly onSelect: (id: number, chosen: boolean) => void
  readonly onOpen: (id: number) => void
}

/** One contact. Drawn again only when what it shows changes: scrolling must not draw all rows each time. */
const Row = memo(({ index, person, shown, selected, onSelect, onOpen }: RowProps) => {
  const open = (event: MouseEvent): void => {
    const target = event.target as Element
    // Another tab or window is the browser's to open; a click beside the link counts as one on it, while one on the box
    // and selecting text do not.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    const link = target.closest('a') !== null
    if (!link && (target.closest('input, .people-select-column') || !window.getSelection()?.isCollapsed))
      return
    if (link) event.preventDefault()
    if (person) onOpen(person.id)
  }
  return (
    <tr aria-rowindex={index + 2} data-index={index} className="people-row" onClick={open}>
      <td className="people-select-column">
        {person && (
          <input
            type="checkbox"
            className="people-check"
            aria-label={t('people.selectOne', { name: person.name })}
            checked={selected}
            onChange={({ currentTarget: { checked } }) => onSelect(person.id, checked)}
          />
        )}
      </td>
      {shown.map(({ id, cell }) => (
        <td key={id} className={`people-${id}-column`}>
          {person ? cell(person) : <span className="people-coming" />}
        </td>
      ))}
    </tr>
  )
})
Row.displayName = 'Row'

/** Where the table begins in the page, which the plot above changes. */
const useOffset = (body: { readonly current: HTMLTableElement | null }): number => {
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const measure = (): void => {
      if (body.current) setOffset(body.current.getBoundingClientRect().top + window.scrollY)
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [body])
  return offset
}

/** The row that the keyboard stands on: that of the focused link, or the one before the first. */
const focusedRow = (): number => {
  const row = document.activeElement?.closest<HTMLElement>('[data-index]')
  return row ? Number(row.dataset['index']) : -1
}

type Props = {
  readonly rows: PeopleRows
  readonly shown: readonly string[]
  readonly sort: PeopleSort
  readonly reverse: boolean
  readonly onSort: (sort: PeopleSort) => void
  readonly selection: Selection
}

/** The people as a table of any length: only what is in sight is in the page, and only its pages are loaded. */
export const PeopleTable = ({ rows, shown, sort, reverse, onSort, selection }: Props) => {
  const navigate = useNavigate()
  const body = useRef<HTMLTableElement>(null)
  const goal = useRef<number | null>(null)
  const offset = useOffset(body)
  const total = rows.total ?? 12
  // oxlint-disable-next-line react/incompatible-library -- only the React compiler minds, and kith does not use it
  const virtual = useWindowVirtualizer({
    count: total,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: offset,
    // A turn of the wheel must not wait until the rows are drawn.
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { see } = rows
  useEffect(() => see(first, last), [see, first, last])
  const visible = useMemo(
    () => columns.filter(({ id, fixed }) => fixed === true || shown.includes(id)),
    [shown],
  )

  // The row to go to may be out of the page until the virtualiser has scrolled there.
  useEffect(() => {
    const link = body.current?.querySelector<HTMLElement>(`[data-index="${goal.current}"] a`)
    if (!link) return
    link.focus({ preventScroll: true })
    goal.current = null
  })
  const step = (by: number): void => {
    const to = Math.min(total - 1, Math.max(0, focusedRow() + by))
    goal.current = to
    virtual.scrollToIndex(to)
    body.current?.querySelector<HTMLElement>(`[data-index="${to}"] a`)?.focus({ preventScroll: true })
  }
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    [
      'x',
      () => {
        const person = rows.at(focusedRow())
        if (person) selection.set(person.id, !selection.has(person.id))
      },
    ],
  ])
  const open = useRef(
    (id: number): void => void navigate({ to: '/people/$who', params: { who: String(id) } }),
  )

  return (
    <table ref={body} className="people-table" aria-label={t('people.title')} aria-rowcount={total + 1}>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" className="people-select-column">
            <Checkbox
              size="xs"
              aria-label={t('people.selectAll')}
              checked={selection.size > 0 && selection.size === rows.total}
              indeterminate={selection.size > 0 && selection.size !== rows.total}
              disabled={rows.total === null || selection.choosing}
              onChange={({ currentTarget: { checked } }) => (checked ? selection.all() : selection.none())}
            />
          </th>
          {visible.map((column) => (
            <Head key={column.id} column={column} sort={sort} reverse={reverse} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        <tr aria-hidden style={{ height: first * rowHeight }} className="people-spacer" />
        {items.map(({ index }) => {
          const person = rows.at(index)
          return (
            <Row
              key={index}
              index={index}
              person={person}
              shown={visible}
              selected={person !== undefined && selection.has(person.id)}
              onSelect={selection.set}
              onOpen={open.current}
            />
          )
        })}
        <tr
          aria-hidden
          style={{ height: Math.max(0, total - last - 1) * rowHeight }}
          className="people-spacer"
        />
      </tbody>
    </table>
  )
}
