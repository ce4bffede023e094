import { ConversationTopics } from '#core/topics/conversation-topics.ts'
import type { TopicStudy } from '#core/topics/conversation-topics.ts'
import type { PersonId } from '#core/model/ids.ts'
import type { Context } from '../operation.ts'
import type { TellShare } from '../share-told.ts'
import { peopleWords } from './people-words.ts'

/** Which share of the time is over when all subjects were read, and when all conversations. */
const SUBJECTS_READ = 0.2
const ALL_READ = 0.9

/** What the owner's conversations are about, and whom each topic brought, as seen at a time. */
export async function studyTopics(
  context: Context,
  me: PersonId,
  at: number,
  tell: TellShare,
): Promise<TopicStudy> {
  const { store, owner } = context
  tell(0, 'reading topics')
  const { interactions } = await store.counts(owner)
  // One at least for each interaction: what is with several people is counted several times.
  let read = 0
  const { namesOf, never } = await peopleWords(context, me, await store.facts())
  const conversations = new ConversationTopics(never, (person) => namesOf(person as PersonId))
  await store.eachConversation(owner, at, (row) => {
    tell(SUBJECTS_READ + (ALL_READ - SUBJECTS_READ) * Math.min(1, read++ / interactions))
    conversations.add(row)
  })
  return conversations.finish()
}
