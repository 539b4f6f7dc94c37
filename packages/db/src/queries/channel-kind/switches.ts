import type { DepartmentId, Instant } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../client/connect.ts'
import { channelKindSwitch, department } from '../../schema/index.ts'
import { permit } from '../permit.ts'
import { departmentVisibleTo } from '../visible.ts'

/** A kind of channel that is switched off. */
export interface ChannelKindSwitch {
  readonly kind: string
  /** Null: for everybody. */
  readonly department: DepartmentId | null
  readonly departmentName: string | null
  readonly note: string
  readonly switchedOffAt: Instant
  readonly switchedOffByName: string
}

/** What is switched off, for everybody or for the viewer's departments. */
export async function listChannelKindSwitches(
  db: Database,
  viewer: Actor,
): Promise<ChannelKindSwitch[]> {
  permit(viewer, 'channelKind.read')
  return db.orm
    .select({
      kind: channelKindSwitch.kind,
      department: channelKindSwitch.departmentId,
      departmentName: department.name,
      note: channelKindSwitch.note,
      switchedOffAt: channelKindSwitch.switchedOffAt,
      switchedOffByName: channelKindSwitch.switchedOffByName,
    })
    .from(channelKindSwitch)
    .leftJoin(department, eq(department.id, channelKindSwitch.departmentId))
    .where(departmentVisibleTo(viewer, channelKindSwitch.departmentId, { shared: true }))
    .orderBy(asc(channelKindSwitch.kind), sql`${department.name} nulls first`)
}
