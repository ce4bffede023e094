import '@mantine/spotlight/styles.css'
import { Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Spotlight, createSpotlight } from '@mantine/spotlight'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { type Contact, sentenceOf } from '../client.ts'
import { useReading } from '../queries.ts'
import { fieldIs, giveLettersTo, letGo } from './early-letters.ts'
import { usePaletteActions } from './palette-actions.ts'
import { screens } from './screens.ts'
import { t } from '../texts/texts.ts'

const [store, actions] = createSpotlight()

export const open = (): void => actions.open()

/** The server also finds organisations and titles; whose name fits comes first. */
const asked = 60
const shownPeople = 7

const byName = (people: readonly Contact[], search: string): readonly Contact[] => {
  const wanted = search.toLowerCase()
  const place = ({ name }: Contact): number => {
    const lower = name.toLowerCase()
    if (lower.split(/\s+/).some((word) => word.startsWith(wanted))) return 0
    return lower.includes(wanted) ? 1 : 2
  }
  return people.toSorted((a, b) => place(a) - place(b))
}

/** Marks the first result, so that Enter takes it; Mantine does so for what is known when a letter is typed. */
const selectFirst = (): void => {
  const list = document.getElementById(store.getState().listId)
  list?.querySelector('[data-selected]')?.removeAttribute('data-selected')
  list?.querySelector('[data-action]')?.setAttribute('data-selected', 'true')
  store.updateState((state) => ({ ...state, selected: 0 }))
}

/** Takes the marked result, or the first where the list came after what marks it. */
const takeSelected = (list: HTMLElement): void => {
  const wanted = list.querySelector('[data-selected]') ?? list.querySelector('[data-action]')
  if (wanted instanceof HTMLElement) wanted.click()
}

/**
 * What was typed, and Enter wherever the focus is as the palette opens. Pressed before what was typed is found, Enter
 * takes what will be.
 * @param found what the list on screen was found for
 */
const useTyping = (found: string | null, setQuery: (query: string) => void) => {
  // What is on screen follows a moment later than keys do.
  const typed = useRef('')
  const listed = useRef<string | null>(null)
  const waits = useRef(false)
  const list = useRef<HTMLElement>(null)
  const takeOnceFound = useCallback(() => {
    if (!waits.current || list.current === null || listed.current !== typed.current.trim()) return
    waits.current = false
    // React hears no click on what it is just putting on the page.
    setTimeout(takeSelected, 0, list.current)
  }, [])
  const type = useCallback(
    (query: string) => {
      typed.current = query
      waits.current = false
      setQuery(query)
    },
    [setQuery],
  )
  useEffect(() => giveLettersTo((letters) => type(typed.current + letters)), [type])
  useLayoutEffect(() => {
    listed.current = found
    takeOnceFound()
  }, [found, takeOnceFound])
  useEffect(() => {
    const enter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing || !store.getState().opened) return
      // On a result reached by Tab it is a click, as everywhere.
      if (event.target instanceof Node && list.current?.contains(event.target) === true) return
      event.preventDefault()
      event.stopPropagation()
      waits.current = true
      takeOnceFound()
    }
    window.addEventListener('keydown', enter, { capture: true })
    return () => window.removeEventListener('keydown', enter, { capture: true })
  }, [takeOnceFound])
  // What is known already may be found before its list is there.
  const listIs = useCallback(
    (element: HTMLElement | null) => {
      list.current = element
      takeOnceFound()
    },
    [takeOnceFound],
  )
  return { type, listIs }
}

/** Finds a person or a screen by a few letters, from anywhere. */
export const Palette = () => {
  const navigate = useNavigate()
  const [query, setQuery] = useState('')
  const [search] = useDebouncedValue(query.trim(), 120)
  const found = useReading('list-people', { search, limit: asked, sort: 'worth' }, { enabled: search !== '' })
  const people = search === '' ? [] : byName(found.data?.people ?? [], search).slice(0, shownPeople)
  const wanted = query.trim().toLowerCase()
  const foundIds = people.map(({ id }) => id).join()
  useEffect(selectFirst, [foundIds])
  const { type, listIs } = useTyping(search === query.trim() && !found.isLoading ? search : null, setQuery)
  const doable = usePaletteActions().filter(({ label }) => label.toLowerCase().includes(wanted))
  const shown = screens.filter(({ label }) => t(label).toLowerCase().includes(wanted))
  return (
    <Spotlight.Root
      store={store}
      query={query}
      onQueryChange={type}
      onSpotlightClose={letGo}
      attributes={{ content: { 'aria-label': t('shell.findAnything') } }}
      overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
      shortcut={null}
      scrollable
      maxHeight="60dvh"
    >
      <Spotlight.Search
        ref={fieldIs}
        placeholder={t('shell.findAnything')}
        aria-label={t('shell.findAnything')}
        leftSection={<IconSearch size={18} stroke={1.7} aria-hidden />}
      />
      <Spotlight.ActionsList ref={listIs} aria-label={t('shell.found')}>
        {people.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.people')}>
            {people.map(({ id, name, title, organisation }) => (
              <Spotlight.Action
                key={id}
                label={name}
                description={[title, organisation].filter(Boolean).join(', ')}
                onClick={() => void navigate({ to: '/people/$who', params: { who: String(id) } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {shown.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.screens')}>
            {shown.map(({ to, label, icon: Icon }) => (
              <Spotlight.Action
                key={to}
                label={t(label)}
                leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
                onClick={() => void navigate({ to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {doable.length > 0 && (
          <Spotlight.ActionsGroup label={t('shell.actions')}>
            {doable.map(({ id, label, icon: Icon, run }) => (
              <Spotlight.Action
                key={id}
                label={label}
                leftSection={<Icon size={18} stroke={1.7} aria-hidden />}
                onClick={run}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {people.length === 0 && shown.length === 0 && doable.length === 0 && (
          <Spotlight.Empty>
            <Text size="sm" c="dimmed">
              {found.isError
                ? sentenceOf(found.error)
                : found.isFetching
                  ? t('common.looking')
                  : t('shell.nobodyFits', { query: query.trim() })}
            </Text>
          </Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  )
}
