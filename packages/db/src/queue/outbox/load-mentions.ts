import type { ChannelId } from '@highwater/core'
import { type Intent, mentionOf, type PlannedChannel } from '@highwater/core/notify'
import type { MentionedPerson } from '@highwater/core/person'
import type { TransactionSql } from '../../client/connect.ts'
import { asMentioned, calledOf, readProjectPeople } from './project-people.ts'

type Mentions = (intent: Intent) => readonly MentionedPerson[]

/**
 * Whom each of these messages calls, with the contacts of this moment. A person's own channel calls
 * nobody. Nothing is asked where no subscription wants a mention.
 */
export async function loadMentions(
  tx: TransactionSql,
  kept: readonly Intent[],
  channels: readonly PlannedChannel[],
): Promise<Mentions> {
  const own = new Set<ChannelId>(channels.flatMap(({ id, person }) => (person ? [id] : [])))
  const wanted = (intent: Intent) => (own.has(intent.channel) ? 'none' : mentionOf(intent))
  const projects = kept.flatMap((intent) =>
    wanted(intent) === 'none' ? [] : (intent.news.subject.project ?? []),
  )
  if (projects.length === 0) return () => []
  const people = await readProjectPeople(tx, [...new Set(projects)])
  return (intent) => {
    const { project } = intent.news.subject
    return project === null ? [] : calledOf(people(project), wanted(intent)).map(asMentioned)
  }
}
