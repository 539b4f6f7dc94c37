import type { ChannelId, ProjectId } from '@highwater/core'
import { type Intent, mentionOf, type PlannedChannel } from '@highwater/core/notify'
import type { Contacts, MentionedPerson } from '@highwater/core/person'
import type { TransactionSql } from '../../client/connect.ts'

interface ProjectPerson extends MentionedPerson {
  readonly project: ProjectId
  readonly is_owner: boolean
}

type Mentions = (intent: Intent) => readonly MentionedPerson[]

/** Owners and maintainers of these projects, as they can be called now; owners first. */
const readPeople = (tx: TransactionSql, projects: readonly ProjectId[]) => tx<
  (ProjectPerson & { contacts: Contacts })[]
>`
  select p.id as project, a.display_name as name, a.id = p.owner_id is true as is_owner,
    jsonb_strip_nulls(jsonb_build_object('mobile', a.mobile, 'dingtalkUserId', a.dingtalk_user_id,
      'feishuOpenId', a.feishu_open_id, 'wecomUserId', a.wecom_user_id)) as contacts
  from project p
  join account a on a.disabled_at is null and (a.id = p.owner_id
    or exists (select from project_maintainer m where m.project_id = p.id and m.user_id = a.id))
  where p.id = any(${[...projects]}::uuid[])
  order by p.id, is_owner desc, a.display_name, a.id`

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
  const rows = await readPeople(tx, [...new Set(projects)])
  const byProject = Map.groupBy(rows, ({ project }) => project)
  return (intent) => {
    const strategy = wanted(intent)
    const { project } = intent.news.subject
    if (strategy === 'none' || project === null) return []
    return (byProject.get(project) ?? [])
      .filter((person) => strategy === 'owner_and_maintainers' || person.is_owner)
      .map(({ name, contacts }) => ({ name, contacts }))
  }
}
