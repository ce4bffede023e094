import { expect, test } from 'vitest'
import { fixturesOf } from '#testing/importing/fixtures.ts'
import { only, reader } from './testing/reading.ts'

const fixture = reader(fixturesOf('linkedin'))

test('shares and comments say what the owner talks about, and tie them to nobody', async () => {
  for (const name of ['Shares.csv', 'Comments.csv']) {
    const all = await fixture(name)
    const [post] = only(all, 'interaction')
    expect(post).toMatchObject({ channel: 'post', participants: [{ identity: 'owner', role: 'from' }] })
    expect(post?.at).toBe(Date.UTC(2024, 5, 17, 6, 1, 43))
    expect(post?.keywords?.join(' ')).toMatch(/harbour/)
  }
})
