import { Hono } from 'hono'
import { KithError } from '#core/model/errors.ts'
import { SOLE_OWNER } from '#core/model/ids.ts'
import { operations } from '#operations/index.ts'
import type { listChanges } from '#operations/list-changes.ts'
import type { Workspace } from './workspace.ts'

/**
 * Feeds that calendars and news readers subscribe to. They cannot send a header, so that the address carries the
 * secret: a token of scope `feed`, which opens nothing else.
 */
export function createFeeds(workspace: Workspace): Hono {
  const feeds = new Hono()
  feeds.use('/:secret/*', async (c, next) => {
    const token = await (await workspace.store()).useToken(SOLE_OWNER, c.req.param('secret'), Date.now())
    // Whether a secret of another scope exists is nobody's business.
    if (token?.scope !== 'feed')
      throw new KithError(
        'not-found',
        'There is no such feed; kith token add "my calendar" --scope feed makes one.',
      )
    await next()
  })
  feeds.get('/:secret/plan.ics', async (c) => {
    const planCalendar = await operations['plan-calendar'].load()
    const { ics } = (await workspace.run(planCalendar, {}, { signal: c.req.raw.signal })) as { ics: string }
    return c.body(ics, 200, { 'content-type': 'text/calendar; charset=utf-8' })
  })
  feeds.get('/:secret/changes.atom', async (c) => {
    const { changes } = await listed(workspace, c.req.raw.signal)
    const home = new URL('/', c.req.url).href
    const { Feed } = await import('feed')
    const feed = new Feed({
      id: 'urn:kith:changes',
      title: 'kith: changes in your network',
      link: home,
      updated: new Date(changes[0]?.at ?? 0),
      copyright: '',
      generator: 'kith',
    })
    for (const { id, at, title, text, person } of changes)
      feed.addItem({
        id: `urn:kith:${id}`,
        title: `${title}: ${text}`,
        link: person === null ? home : `${home}people/${person}`,
        description: text,
        date: new Date(at),
      })
    return c.body(feed.atom1(), 200, { 'content-type': 'application/atom+xml; charset=utf-8' })
  })
  return feeds
}

type Changes = Awaited<ReturnType<typeof listChanges.run>>

const listed = async (workspace: Workspace, signal: AbortSignal): Promise<Changes> =>
  (await workspace.run(await operations['list-changes'].load(), {}, { signal })) as Changes
