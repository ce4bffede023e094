import { ConversationTopics } from '#core/topics/conversation-topics.ts'
import type { TopicStudy } from '#core/topics/conversation-topics.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Context } from '../operation.ts'
import { peopleWords } from './people-words.ts'

/** What the owner's conversations are about, and whom each topic brought, as seen at a time. */
export async function studyTopics(context: Context, me: PersonId, at: number): Promise<TopicStudy> {
  const { store, owner } = context
  context.progress({ step: 'reading topics', done: 0, total: null, unit: 'contacts' })
  const { namesOf, never } = await peopleWords(context, me, await store.facts())
  const conversations = new ConversationTopics(never, (person) => namesOf(person as PersonId))
  await store.eachConversation(owner, at, (row) => conversations.add(row))
  return conversations.finish()
}
