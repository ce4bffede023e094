/* oxlint-disable jsx-a11y/control-has-associated-label -- the cells' text comes from components that the rule does not look into */
import './people-table.css'
import { Skeleton, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { Link, useNavigate } from '@tanstack/react-router'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Contact } from '../../client.ts'
import { Share } from '../../components/Share.tsx'
import { When } from '../../components/When.tsx'
import { points } from '../../format.ts'
import type { PeopleSort } from '../../queries.ts'
import type { PeopleRows } from './people-rows.ts'
import type { PlainKey } from '../../texts/keys.ts'
import { t } from '../../texts/texts.ts'

const rowHeight = 56
const features = tableFeatures({})
const helper = createColumnHelper<typeof features, Contact>()

type Column = { readonly sort: PeopleSort | null; readonly title: PlainKey; readonly hint: PlainKey | null }

/** What the heads of the columns say and sort by. */
const heads: Readonly<Record<string, Column>> = {
  name: { sort: 'name', title: 'words.name', hint: 'people.byName' },
  about: { sort: null, title: 'words.organisation', hint: null },
  calibre: { sort: 'calibre', title: 'words.calibre', hint: 'words.calibreMeaning' },
  closeness: { sort: 'closeness', title: 'words.closeness', hint: 'words.closenessMeaning' },
  trust: { sort: 'trust', title: 'words.trust', hint: 'words.trustMeaning' },
  worth: { sort: 'worth', title: 'words.worth', hint: 'words.worthMeaning' },
  recent: { sort: 'recent', title: 'words.lastContact', hint: 'people.recentMeaning' },
}

const columns = helper.columns([
  helper.display({
    id: 'name',
    cell: ({ row }) => (
      <>
        <Link to="/people/$who" params={{ who: String(row.original.id) }} className="plain-link people-name">
          {row.original.name}
        </Link>
        <span className="people-about people-narrow">
          {[row.original.title, row.original.organisation].filter(Boolean).join(', ')}
        </span>
      </>
    ),
  }),
  helper.display({
    id: 'about',
    cell: ({ row }) => (
      <>
        <span className="people-line">{row.original.organisation ?? ''}</span>
        <span className="people-about">{row.original.title ?? ''}</span>
      </>
    ),
  }),
  helper.display({ id: 'calibre', cell: ({ row }) => <Share value={row.original.calibre} /> }),
  helper.display({ id: 'closeness', cell: ({ row }) => <Share value={row.original.closeness} /> }),
  helper.display({ id: 'trust', cell: ({ row }) => <Share value={row.original.trust} /> }),
  helper.display({
    id: 'worth',
    cell: ({ row }) => <span className="numbers">{points(row.original.worth)}</span>,
  }),
  helper.display({ id: 'recent', cell: ({ row }) => <When at={row.original.lastAt} /> }),
])

type HeadProps = {
  readonly id: string
  readonly sort: PeopleSort
  readonly reverse: boolean
  readonly onSort: (sort: PeopleSort) => void
}

const Head = ({ id, sort, reverse, onSort }: HeadProps) => {
  const head = heads[id]
  if (!head) return null
  const by = head.sort
  if (by === null)
    return (
      <th scope="col" className={`people-${id}-column`}>
        {t(head.title)}
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
      <Tooltip label={head.hint && t(head.hint)}>
        <button type="button" className="people-sort" data-active={active} onClick={() => onSort(by)}>
          {t(head.title)}
          {active && <Arrow size={14} aria-hidden />}
        </button>
      </Tooltip>
    </th>
  )
}

type Props = {
  readonly rows: PeopleRows
  readonly sort: PeopleSort
  readonly reverse: boolean
  readonly onSort: (sort: PeopleSort) => void
}

const noRows: Contact[] = []

/** The people as a table of any length: only what is in sight is in the page, and only its pages are loaded. */
export const PeopleTable = ({ rows, sort, reverse, onSort }: Props) => {
  const navigate = useNavigate()
  const table = useTable({ features, columns, data: noRows })
  const body = useRef<HTMLTableElement>(null)
  const [offset, setOffset] = useState(0)
  useLayoutEffect(() => {
    const measure = (): void => {
      if (body.current) setOffset(body.current.getBoundingClientRect().top + window.scrollY)
    }
    measure()
    // The plot above may open, close or grow.
    const observer = new ResizeObserver(measure)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  const total = rows.total ?? 12
  // oxlint-disable-next-line react/incompatible-library -- only the React compiler minds, and kith does not use it
  const virtual = useWindowVirtualizer({
    count: total,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: offset,
  })
  const items = virtual.getVirtualItems()
  const first = items[0]?.index ?? 0
  const last = items.at(-1)?.index ?? 0
  const { see } = rows
  useEffect(() => see(first, last), [see, first, last])
  const visible = items.flatMap(({ index }) => rows.at(index) ?? [])
  const visibleTable = useTable({ features, columns, data: visible, getRowId: ({ id }) => String(id) })
  const models = new Map(visibleTable.getRowModel().rows.map((row) => [row.original.id, row]))
  const ids = table.getAllColumns().map(({ id }) => id)

  return (
    <table ref={body} className="people-table" aria-label={t('people.title')} aria-rowcount={total + 1}>
      <thead>
        <tr aria-rowindex={1}>
          {ids.map((id) => (
            <Head key={id} id={id} sort={sort} reverse={reverse} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody>
        <tr aria-hidden style={{ height: first * rowHeight }} className="people-spacer" />
        {items.map(({ index }) => {
          const person = rows.at(index)
          const model = person && models.get(person.id)
          return (
            <tr
              key={index}
              aria-rowindex={index + 2}
              className="people-row"
              onClick={(event) => {
                // A click beside the link counts as one on it; selecting text does not.
                if (
                  person &&
                  !(event.target as Element).closest('a') &&
                  window.getSelection()?.isCollapsed !== false
                )
                  void navigate({ to: '/people/$who', params: { who: String(person.id) } })
              }}
            >
              {model
                ? model.getAllCells().map((cell) => (
                    <td key={cell.id} className={`people-${cell.column.id}-column`}>
                      <visibleTable.FlexRender cell={cell} />
                    </td>
                  ))
                : ids.map((id) => (
                    <td key={id} className={`people-${id}-column`}>
                      <Skeleton height={12} width={id === 'name' ? '70%' : '50%'} animate={false} />
                    </td>
                  ))}
            </tr>
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
