import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Contact } from '../../client.ts'
import { type PeopleView, pageSize, peoplePage } from '../../queries.ts'

/** The rows of the table, of which only the pages in sight are loaded. */
export type PeopleRows = {
  /** Null until the first answer. */
  readonly total: number | null
  /** The contact of a row; undefined while its page is on its way. */
  readonly at: (row: number) => Contact | undefined
  /** Tells which rows are in sight. */
  readonly see: (first: number, last: number) => void
  readonly error: unknown
  readonly retry: () => void
}

/** Rows loaded before they come into sight. */
const rowsAhead = 120

export const usePeopleRows = (view: PeopleView): PeopleRows => {
  const [[firstPage, lastPage], setPages] = useState<readonly [number, number]>([0, 0])
  const head = useQuery({ ...peoplePage(view, 0), placeholderData: keepPreviousData })
  const wanted: number[] = []
  const end = Math.ceil((head.data?.total ?? 0) / pageSize)
  for (let page = Math.max(1, firstPage); page <= lastPage && page < end; page += 1) wanted.push(page)
  const pages = useQueries({ queries: wanted.map((page) => peoplePage(view, page)) })
  const byPage = new Map(wanted.map((page, at) => [page, pages[at]?.data]))
  const see = useCallback((first: number, last: number): void => {
    const next: [number, number] = [
      Math.floor(Math.max(0, first - rowsAhead) / pageSize),
      Math.floor((last + rowsAhead) / pageSize),
    ]
    setPages((before) => (before[0] === next[0] && before[1] === next[1] ? before : next))
  }, [])
  return {
    total: head.data?.total ?? null,
    at: (row) => {
      const page = Math.floor(row / pageSize)
      return (page === 0 ? head.data : byPage.get(page))?.people[row % pageSize]
    },
    see,
    error: head.error ?? pages.find(({ error }) => error !== null)?.error ?? null,
    retry: () => {
      void head.refetch()
      for (const page of pages) void page.refetch()
    },
  }
}
