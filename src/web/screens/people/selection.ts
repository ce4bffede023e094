import { useCallback, useMemo, useState } from 'react'
import { type Contact, call } from '../../client.ts'
import { tellError } from '../../notify.tsx'
import type { PeopleView } from '../../queries.ts'

/** The contacts that are chosen for doing something with all of them. */
export type Selection = {
  readonly size: number
  readonly has: (id: number) => boolean
  readonly ids: () => number[]
  readonly set: (id: number, chosen: boolean) => void
  /** Chooses everybody whom the list shows, also those out of sight. */
  readonly all: () => void
  readonly none: () => void
  /** Everybody is being asked for. */
  readonly choosing: boolean
  /** The chosen contacts with all that the list knows of them. */
  readonly contacts: () => Promise<Contact[]>
}

/** As many as one request may ask for. */
const most = 10_000

const everybody = async (view: PeopleView): Promise<readonly Contact[]> => {
  const found: Contact[] = []
  for (let offset = 0; ; offset += most) {
    const { people, total } = await call('list-people', { ...view, limit: most, offset })
    found.push(...people)
    if (found.length >= total || people.length === 0) return found
  }
}

export const useSelection = (view: PeopleView): Selection => {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [choosing, setChoosing] = useState(false)
  const set = useCallback((id: number, add: boolean): void => {
    setChosen((before) => {
      const after = new Set(before)
      if (add) after.add(id)
      else after.delete(id)
      return after
    })
  }, [])
  const key = JSON.stringify(view)
  return useMemo(() => {
    const asked = JSON.parse(key) as PeopleView
    return {
      size: chosen.size,
      has: (id: number) => chosen.has(id),
      ids: () => [...chosen],
      set,
      choosing,
      none: () => setChosen(new Set()),
      all: () => {
        setChoosing(true)
        call('choose-people', asked)
          .then(({ ids }) => setChosen(new Set(ids)), tellError)
          .finally(() => setChoosing(false))
      },
      contacts: async () => {
        const known = await everybody({ sort: asked.sort, reverse: asked.reverse, search: '' })
        return known.filter(({ id }) => chosen.has(id))
      },
    }
  }, [chosen, choosing, key, set])
}
