import type { ProjectId, UserId } from '@highwater/core'
import type { Contacts, MentionedPerson, MentionStrategy } from '@highwater/core/person'
import type { TransactionSql } from '../../client/connect.ts'

/** Somebody whom messages about a project may call, as they can be called now. */
export interface ProjectPerson extends MentionedPerson {
  readonly id: UserId
  readonly project: ProjectId
  readonly is_owner: boolean
}

/** Owners and maintainers of these projects; owners first. */
export async function readProjectPeople(
  tx: TransactionSql,
  projects: readonly ProjectId[],
): Promise<(project: ProjectId) => readonly ProjectPerson[]> {
  const rows = await tx<(ProjectPerson & { contacts: Contacts })[]>`
    select p.id as project, a.id, a.display_name as name, a.id = p.owner_id is true as is_owner,
      jsonb_strip_nulls(jsonb_build_object('mobile', a.mobile, 'dingtalkUserId', a.dingtalk_user_id,
        'feishuOpenId', a.feishu_open_id, 'wecomUserId', a.wecom_user_id)) as contacts
    from project p
    join account a on a.disabled_at is null and (a.id = p.owner_id
      or exists (select from project_maintainer m where m.project_id = p.id and m.user_id = a.id))
    where p.id = any(${[...projects]}::uuid[])
    order by p.id, is_owner desc, a.display_name, a.id`
  const byProject = Map.groupBy(rows, ({ project }) => project)
  return (project) => byProject.get(project) ?? []
}

/** Those of a project's people whom this strategy calls. */
export const calledOf = (
  people: readonly ProjectPerson[],
  strategy: MentionStrategy,
): readonly ProjectPerson[] =>
  strategy === 'none'
    ? []
    : people.filter((person) => strategy === 'owner_and_maintainers' || person.is_owner)

export const asMentioned = ({ name, contacts }: ProjectPerson): MentionedPerson => ({
  name,
  contacts,
})
