import type { AlertGroupId, ChannelId, DepartmentId } from '@highwater/core'
import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne } from '../../queries/not-found.ts'
import { departmentVisibleTo } from '../../queries/visible.ts'
import { alertGroup, alertGroupMember } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import { unlessTaken } from '../database-fault.ts'
import type { Resource } from '../refused.ts'

/** A living alert group that the actor may see, locked. @throws AppError `not_found` */
export async function loadAlertGroup(tx: Transaction, id: AlertGroupId, { actor }: ChangeContext) {
  const visible = departmentVisibleTo(actor, alertGroup.departmentId, { shared: true })
  const rows = await tx
    .select()
    .from(alertGroup)
    .where(and(eq(alertGroup.id, id), isNull(alertGroup.deletedAt), visible))
    .for('update')
  const row = foundOne(rows, 'alert group')
  const members = await tx
    .select({ channel: alertGroupMember.channelId })
    .from(alertGroupMember)
    .where(eq(alertGroupMember.groupId, id))
    .orderBy(asc(alertGroupMember.position))
  return { ...row, channels: members.map((member) => member.channel) }
}

export const alertGroupResource = (row: {
  readonly id: AlertGroupId
  readonly name: string
  readonly departmentId: DepartmentId | null
}): Resource => ({ department: row.departmentId, subject: row })

interface Described {
  readonly name: string
  readonly remark: string
  readonly channels: readonly ChannelId[]
}

/** An alert group as the audit and a conflict show it. */
export const describeAlertGroup = ({ name, remark, channels }: Described) => ({
  name,
  remark,
  channels,
})

/** @throws AppError `conflict` at `name` when another living group has it */
export const unlessNameTaken = <T>(write: PromiseLike<T>, name: string): Promise<T> =>
  unlessTaken(write, 'alert_group_name', {
    path: 'name',
    message: `Another alert group is called "${name}" already. Choose another name.`,
  })

/** Puts exactly these channels into the group, in this order. */
export async function replaceMembers(
  tx: Transaction,
  groupId: AlertGroupId,
  channels: readonly ChannelId[],
): Promise<void> {
  await tx.delete(alertGroupMember).where(eq(alertGroupMember.groupId, groupId))
  if (channels.length === 0) return
  await tx
    .insert(alertGroupMember)
    .values(channels.map((channelId, position) => ({ groupId, channelId, position })))
}
