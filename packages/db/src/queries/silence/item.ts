import type { DepartmentId, Instant, ProjectId, SilenceId, UserId } from '@highwater/core'
import type { AlertEvent } from '@highwater/core/alert'
import type { Actor } from '@highwater/core/permissions'
import type { ProtectionLevel } from '@highwater/core/policy'
import type { SilenceKind, SilenceSchedule } from '@highwater/core/silence'
import { type AnyColumn, eq, type SQL, sql } from 'drizzle-orm'
import { account, department, project, silence, type silenceEnds } from '../../schema/index.ts'
import type { Reader } from '../reader.ts'
import { departmentVisibleTo, projectVisibleTo } from '../visible.ts'

export const silenceStatuses = ['in_effect', 'upcoming', 'ended'] as const
/** `upcoming` is also a maintenance window between two of its times. */
export type SilenceStatus = (typeof silenceStatuses)[number]

interface Named<Id> {
  readonly id: Id
  readonly name: string
}

/** What a silence is about; without a name where the viewer may not see it. */
export type SilencedThing<Id> = Pick<Named<Id>, 'id'> & { readonly name: string | null }

/** A silence or a maintenance window with the names of what it is about. */
export interface SilenceItem {
  readonly id: SilenceId
  readonly kind: SilenceKind
  readonly name: string
  readonly remark: string | null
  readonly status: SilenceStatus
  /** Null for one that serves the whole installation. */
  readonly department: Named<DepartmentId> | null
  readonly projects: readonly SilencedThing<ProjectId>[]
  readonly departments: readonly SilencedThing<DepartmentId>[]
  readonly tags: readonly string[]
  readonly events: readonly AlertEvent[]
  readonly levels: readonly ProtectionLevel[]
  readonly exceptProjects: readonly SilencedThing<ProjectId>[]
  readonly schedule: SilenceSchedule
  /** The stretch that holds now, or the next one. */
  readonly spanFrom: Instant | null
  readonly spanUntil: Instant | null
  /** How many open alerts it has held messages of. */
  readonly hiding: number
  readonly createdBy: { readonly id: UserId | null; readonly name: string }
  readonly createdAt: Instant
  readonly endedAt: Instant | null
  readonly endReason: (typeof silenceEnds)[number] | null
  readonly endedByName: string | null
  readonly version: number
}

/** Holds back messages right now, by the database's clock. */
export const isInEffect = sql<boolean>`(${silence.nextChangeAt} is not null
  and ${silence.spanFrom} <= now() and now() < ${silence.spanUntil})`

const status = sql<SilenceStatus>`case when ${silence.nextChangeAt} is null then 'ended'
  when ${isInEffect} then 'in_effect' else 'upcoming' end`

/** In the order in which they were named; the names are looked up for the rows of the page alone. */
const namedIn = <Id>(
  table: typeof project | typeof department,
  ids: AnyColumn,
  visible: SQL | undefined,
) => sql<SilencedThing<Id>[]>`(
  select coalesce(json_agg(json_build_object('id', ${table.id},
    'name', case when ${visible ?? sql`true`} then ${table.name} end) order by named.position), '[]')
  from unnest(${ids}) with ordinality as named (id, position)
  join ${table} on ${table.id} = named.id)`

const itemColumns = (viewer: Actor) => ({
  id: silence.id,
  kind: silence.kind,
  name: silence.name,
  remark: silence.remark,
  status,
  departmentId: silence.departmentId,
  departmentName: department.name,
  projects: namedIn<ProjectId>(project, silence.projectIds, projectVisibleTo(viewer)),
  departments: namedIn<DepartmentId>(
    department,
    silence.departmentIds,
    departmentVisibleTo(viewer, department.id, { shared: false }),
  ),
  tags: silence.tags,
  events: silence.events,
  levels: silence.levels,
  exceptProjects: namedIn<ProjectId>(project, silence.exceptProjectIds, projectVisibleTo(viewer)),
  schedule: silence.schedule,
  spanFrom: silence.spanFrom,
  spanUntil: silence.spanUntil,
  hiding: sql<number>`(
    select count(*)::int from silence_hold h join alert a on a.id = h.alert_id
    where h.silence_id = ${silence.id} and h.released_at is null and a.closed_at is null)`,
  createdById: silence.createdBy,
  createdByName: sql<string>`coalesce(${account.displayName}, ${silence.createdByName})`,
  createdAt: silence.createdAt,
  endedAt: silence.endedAt,
  endReason: silence.endReason,
  endedByName: silence.endedByName,
  version: silence.version,
})

/** The silences of a condition, ready to be sorted and cut. */
export const selectSilences = (db: Reader, viewer: Actor, condition: SQL | undefined) =>
  db
    .select(itemColumns(viewer))
    .from(silence)
    .leftJoin(department, eq(department.id, silence.departmentId))
    .leftJoin(account, eq(account.id, silence.createdBy))
    .where(condition)

type SilenceItemRow = Awaited<ReturnType<typeof selectSilences>>[number]

export function toSilenceItem(row: SilenceItemRow): SilenceItem {
  const { departmentId, departmentName, createdById, createdByName, ...shown } = row
  return {
    ...shown,
    department:
      departmentId !== null && departmentName !== null
        ? { id: departmentId, name: departmentName }
        : null,
    createdBy: { id: createdById, name: createdByName },
  }
}
