import type { DigestId, ProjectId } from '@highwater/core'
import { type MentionedPerson, type MentionStrategy, widestMention } from '@highwater/core/person'
import type { TransactionSql } from '../../client/connect.ts'
import { asMentioned, calledOf, readProjectPeople } from '../outbox/project-people.ts'

/** Far more than any channel calls: what it has no room for, it names. */
const mostMentioned = 100

interface Wanted {
  readonly digest: DigestId
  readonly project: ProjectId
  readonly strategies: readonly MentionStrategy[]
}

/**
 * Of which projects these digests call the people, the most urgent first. What is over calls nobody,
 * and neither does a person's own channel.
 */
const readWanted = (tx: TransactionSql, digests: readonly DigestId[]) => tx<Wanted[]>`
  select n.digest_id as digest, a.project_id as project, array_agg(distinct s.mention) as strategies
  from notification n
  join alert a on a.id = n.alert_id and a.closed_at is null and a.project_id is not null
  join channel c on c.id = n.channel_id and c.person_id is null
  cross join lateral jsonb_array_elements(n.subscriptions) as wanting
  join subscription s on s.id = (wanting ->> 'id')::uuid and s.mention <> 'none'
  where n.digest_id = any(${[...digests]}::uuid[]) and n.kind <> 'resolved'
    and exists (select from subscription where mention <> 'none')
  group by n.digest_id, a.project_id
  order by n.digest_id, min(array_position(array['high', 'medium', 'low', 'none'], a.level)),
    min(a.number)`

/** Whom each of these digests calls, everybody once, with the contacts of this moment. */
export async function loadDigestMentions(
  tx: TransactionSql,
  digests: readonly DigestId[],
): Promise<(digest: DigestId) => readonly MentionedPerson[]> {
  const wanted = await readWanted(tx, digests)
  if (wanted.length === 0) return () => []
  const peopleOf = await readProjectPeople(tx, [...new Set(wanted.map(({ project }) => project))])
  const byDigest = Map.groupBy(wanted, ({ digest }) => digest)
  return (digest) => {
    const people = (byDigest.get(digest) ?? []).flatMap(({ project, strategies }) =>
      calledOf(peopleOf(project), widestMention(strategies)),
    )
    const once = new Map(people.map((person) => [person.id, person]))
    return [...once.values()].slice(0, mostMentioned).map(asMentioned)
  }
}
