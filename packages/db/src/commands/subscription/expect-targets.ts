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
        .where(
          and(inArray(channel.id, [...ids]), isNull(channel.deletedAt), isNull(channel.personId)),
        )
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

/** Everything that a subscription names to be told, each with where it stands. */
const namedIn = ({ levels, escalation }: Pick<Subscription, 'levels' | 'escalation'>) => [
  ...guardedLevels.flatMap((level) => {
    const targets = levels[level]
    return targets === null ? [] : [{ path: `levels.${level}`, targets }]
  }),
  ...escalation.map((targets, index) => ({ path: `escalation[${index}]`, targets })),
]

/** @throws AppError `invalid_input` with paths such as `levels.high.groups[0]` */
export async function expectTargets(
  tx: Transaction,
  home: DepartmentId | null,
  settings: Pick<Subscription, 'levels' | 'escalation'>,
): Promise<void> {
  const named = namedIn(settings)
  const groupIds = named.flatMap(({ targets }) => targets.groups)
  const channels = await livingChannels(
    tx,
    named.flatMap(({ targets }) => targets.channels),
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
  refuse(
    named.flatMap(({ path, targets }) => [
      ...faultsOf(`${path}.channels`, 'channel', targets.channels, channels, home),
      ...faultsOf(`${path}.groups`, 'alert group', targets.groups, groups, home),
    ]),
  )
}
