import { AppError, type ChannelId, type DepartmentId, type InputFault } from '@highwater/core'
import { guardedLevels } from '@highwater/core/policy'
import type { Subscription } from '@highwater/core/subscription'
import { and, inArray, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { alertGroup, channel } from '../../schema/index.ts'

interface Owned {
  readonly id: string
  readonly department: DepartmentId | null
}

/** A department sends to its own channels and to those of the whole installation. */
function faultsOf(
  path: string,
  what: string,
  named: readonly string[],
  found: readonly Owned[],
  home: DepartmentId | null,
): InputFault[] {
  const usable = new Set(
    found.flatMap(({ id, department }) =>
      home === null || department === null || department === home ? [id] : [],
    ),
  )
  const message = `There is no such ${what}, or it belongs to another department.`
  return named.flatMap((id, index) =>
    usable.has(id) ? [] : [{ path: `${path}[${index}]`, message }],
  )
}

function refuse(faults: readonly InputFault[]): void {
  const [first] = faults
  if (first === undefined) return
  throw new AppError('invalid_input', `${first.path}: ${first.message}`, { faults: [...faults] })
}

/** These channels as far as they live, share-locked: none disappears before the commit. */
const livingChannels = (tx: Transaction, ids: readonly ChannelId[]): Promise<Owned[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .select({ id: channel.id, department: channel.departmentId })
        .from(channel)
        .where(and(inArray(channel.id, [...ids]), isNull(channel.deletedAt)))
        .orderBy(channel.id)
        .for('key share')

/** @throws AppError `invalid_input` with paths such as `channels[2]` */
export async function expectChannels(
  tx: Transaction,
  home: DepartmentId | null,
  channels: readonly ChannelId[],
): Promise<void> {
  const found = await livingChannels(tx, channels)
  refuse(faultsOf('channels', 'channel', channels, found, home))
}

/** @throws AppError `invalid_input` with paths such as `levels.high.groups[0]` */
export async function expectTargets(
  tx: Transaction,
  home: DepartmentId | null,
  levels: Subscription['levels'],
): Promise<void> {
  const targets = guardedLevels.flatMap((level) => levels[level] ?? [])
  const groupIds = targets.flatMap((target) => target.groups)
  const channels = await livingChannels(
    tx,
    targets.flatMap((target) => target.channels),
  )
  const groups =
    groupIds.length === 0
      ? []
      : await tx
          .select({ id: alertGroup.id, department: alertGroup.departmentId })
          .from(alertGroup)
          .where(and(inArray(alertGroup.id, groupIds), isNull(alertGroup.deletedAt)))
          .orderBy(alertGroup.id)
          .for('key share')
  const faults = guardedLevels.flatMap((level) => {
    const named = levels[level]
    if (named === null) return []
    return [
      ...faultsOf(`levels.${level}.channels`, 'channel', named.channels, channels, home),
      ...faultsOf(`levels.${level}.groups`, 'alert group', named.groups, groups, home),
    ]
  })
  refuse(faults)
}
