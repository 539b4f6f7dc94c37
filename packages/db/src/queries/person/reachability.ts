import type { DepartmentId, ProjectId, UserId } from '@highwater/core'
import { type AlertEvent, alertEventFacts, alertEvents } from '@highwater/core/alert'
import type { Actor } from '@highwater/core/permissions'
import type { PersonRole, UnreachableReason } from '@highwater/core/person'
import { guardedLevels, type ProtectionLevel } from '@highwater/core/policy'
import { covers, type Subscription, targetLevelOf } from '@highwater/core/subscription'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { loadSubscriptions } from '../../queue/outbox/load-subscriptions.ts'
import { listOnCall, type OnCallItem } from './on-call.ts'
import { listPeople, permitPeople } from './people.ts'

/** Who cannot be reached by alerts that are meant for them, and why (C18). */
export interface Reachability {
  /** People who own projects or take turns on call. */
  readonly people: readonly {
    readonly id: UserId
    readonly name: string
    readonly email: string
    readonly reason: UnreachableReason
    readonly ownedProjects: number
    /** The departments in whose rota they stand. */
    readonly onCallIn: readonly string[]
  }[]
  /** Projects without an owner though subscriptions address one; the first of them by name. */
  readonly projects: readonly {
    readonly id: ProjectId
    readonly name: string
    readonly subscriptions: readonly string[]
  }[]
  /** Departments where nobody is on call though subscriptions address them. */
  readonly departments: readonly {
    readonly id: DepartmentId
    readonly name: string
    readonly subscriptions: readonly string[]
  }[]
}

const mostProjects = 200
const projectEvents = alertEvents.filter((event) => alertEventFacts[event].subject === 'project')

interface Matter {
  readonly project: ProjectId | null
  readonly department: DepartmentId
  readonly tags: readonly string[]
  readonly level: ProtectionLevel
}

/** The subscriptions that would address this role for some alert of this kind. */
const addressing = (
  subscriptions: readonly Subscription[],
  role: PersonRole,
  matter: Matter,
  events: readonly AlertEvent[],
): string[] =>
  subscriptions
    .filter(({ levels, escalation }) => {
      const own = levels[targetLevelOf(matter.level)]
      return own !== null && [own, ...escalation].some(({ people }) => people?.includes(role))
    })
    .filter((subscription) =>
      events.some((event) => covers(subscription, { ...matter, event, channel: null })),
    )
    .map(({ name }) => name)

interface Ownerless extends Matter {
  readonly project: ProjectId
  readonly name: string
}

const addresses = (subscriptions: readonly Subscription[], role: PersonRole): boolean =>
  subscriptions.some(({ levels, escalation }) =>
    [...Object.values(levels), ...escalation].some((targets) => targets?.people?.includes(role)),
  )

async function ownerlessProjects(
  tx: TransactionSql,
  subscriptions: readonly Subscription[],
): Promise<Reachability['projects']> {
  if (!addresses(subscriptions, 'owner')) return []
  const rows = await tx<Ownerless[]>`
    select id as project, name, department_id as department, tags, level from project
    where owner_id is null and deleted_at is null and released_at is null
    order by name, id limit 10000`
  return rows
    .map(({ name, ...matter }) => ({
      id: matter.project,
      name,
      subscriptions: addressing(subscriptions, 'owner', matter, projectEvents),
    }))
    .filter(({ subscriptions: by }) => by.length > 0)
    .slice(0, mostProjects)
}

/** What alerts may be about in these departments: anything at all, and each of their projects with its tags. */
async function mattersIn(
  tx: TransactionSql,
  departments: readonly DepartmentId[],
): Promise<Matter[]> {
  const projects = await tx<Matter[]>`
    select id as project, department_id as department, tags, level from project
    where department_id = any(${[...departments]}::uuid[]) and deleted_at is null
      and released_at is null
    order by id limit 10000`
  const others = departments.flatMap((department) =>
    guardedLevels.map((level): Matter => ({ project: null, department, tags: [], level })),
  )
  return [...others, ...projects]
}

/** The departments among these, in which nobody is on call, where subscriptions address somebody who is. */
async function unattendedDepartments(
  tx: TransactionSql,
  subscriptions: readonly Subscription[],
  unattended: readonly Pick<OnCallItem, 'id' | 'name'>[],
): Promise<Reachability['departments']> {
  if (!addresses(subscriptions, 'on_call')) return []
  const matters = await mattersIn(
    tx,
    unattended.map(({ id }) => id),
  )
  const of = Map.groupBy(matters, ({ department }) => department)
  return unattended.flatMap(({ id, name }) => {
    const by = (of.get(id) ?? []).flatMap((matter) =>
      addressing(subscriptions, 'on_call', matter, alertEvents),
    )
    return by.length === 0 ? [] : [{ id, name, subscriptions: [...new Set(by)] }]
  })
}

const countOwned = (tx: TransactionSql) => tx<{ owner: UserId; count: number }[]>`
  select owner_id as owner, count(*)::int as count from project
  where owner_id is not null and deleted_at is null and released_at is null group by owner_id`

/** @throws AppError `forbidden` for those who may not see people */
export async function readReachability(db: Database, viewer: Actor): Promise<Reachability> {
  permitPeople(viewer)
  const people = await listPeople(db, viewer)
  const rotas = await listOnCall(db, viewer)
  return db.sql.begin(async (tx) => {
    const subscriptions = await loadSubscriptions(tx)
    const owned = new Map((await countOwned(tx)).map(({ owner, count }) => [owner, count]))
    return {
      people: people.flatMap(({ id, name, email, unreachable: reason }) => {
        const ownedProjects = owned.get(id) ?? 0
        const onCallIn = rotas
          .filter(({ rota }) => rota?.people.includes(id))
          .map((rota) => rota.name)
        return reason === null || (ownedProjects === 0 && onCallIn.length === 0)
          ? []
          : [{ id, name, email, reason, ownedProjects, onCallIn }]
      }),
      projects: await ownerlessProjects(tx, subscriptions),
      departments: await unattendedDepartments(
        tx,
        subscriptions,
        rotas.filter(({ onCallNow }) => onCallNow.length === 0),
      ),
    }
  })
}
