import type { DepartmentId, Instant, ProjectId, UserId } from '@highwater/core'
import {
  nobody,
  type OnCallRota,
  onCallAt,
  type PersonRole,
  type Roles,
} from '@highwater/core/person'
import type { Subscription } from '@highwater/core/subscription'
import type { Sql, TransactionSql } from '../../client/connect.ts'

export interface PeopleAddressed {
  readonly roles: Roles
  /** Everybody who may be told by their own channels. */
  readonly people: readonly UserId[]
}

const addressedIn = ({ levels, escalation }: Subscription): readonly PersonRole[] =>
  [...Object.values(levels), ...escalation].flatMap((targets) => targets?.people ?? [])

/**
 * Who plays the roles that these subscriptions address, for the alerts of these projects. Nothing is
 * asked where they address nobody.
 */
export async function loadRoles(
  tx: TransactionSql | Sql,
  subscriptions: readonly Subscription[],
  projects: readonly ProjectId[],
  now: Instant,
): Promise<PeopleAddressed> {
  const addressed = new Set(subscriptions.flatMap(addressedIn))
  if (addressed.size === 0) return { roles: nobody, people: [] }
  const owners = addressed.has('owner')
    ? await tx<{ project: ProjectId; owner: UserId }[]>`
        select id as project, owner_id as owner from project
        where id = any(${[...projects]}::uuid[]) and owner_id is not null`
    : []
  const departments = addressed.has('on_call')
    ? await tx<{ id: DepartmentId; rota: OnCallRota }[]>`
        select id, on_call as rota from department where on_call is not null`
    : []
  const named = [
    ...owners.map(({ owner }) => owner),
    ...departments.flatMap(({ rota }) => rota.people),
  ]
  const present = await tx<{ id: UserId; name: string }[]>`
    select id, display_name as name from account
    where id = any(${[...new Set(named)]}::uuid[]) and disabled_at is null`
  const names = new Map(present.map(({ id, name }) => [id, name]))
  const isThere = (person: UserId): boolean => names.has(person)
  const ownerOf = new Map(
    owners.flatMap(({ project, owner }) => (isThere(owner) ? [[project, owner] as const] : [])),
  )
  const onCall = new Map(
    departments.map(({ id, rota }) => [id, onCallAt(rota, now, isThere)] as const),
  )
  return {
    roles: {
      ownerOf: (project) => ownerOf.get(project) ?? null,
      onCallIn: (department) => onCall.get(department) ?? [],
      nameOf: (person) => names.get(person) ?? '',
    },
    people: [...names.keys()],
  }
}
