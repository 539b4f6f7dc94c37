import { AppError, type InputFault } from '@highwater/core'
import { eq } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { probeNow } from '../../queue/deliver/probe-now.ts'
import { channel } from '../../schema/index.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import { breakerAfter } from '../channel/breaker-after.ts'
import {
  budgetKeyOf,
  fingerprintOfSettings,
  mergeChannel,
  openSettings,
  parseSettings,
} from '../channel/channel-settings.ts'
import { expectKindAllowed } from '../channel-kind/expect-kind-allowed.ts'
import type { ChangeContext } from '../context.ts'
import { namesOfSet } from '../merge-settings.ts'
import { sqlOf } from '../sql-of.ts'
import { channelNameOf, type OwnChannel, type Person } from './own-channels.ts'
import type { OwnRobotInput } from './person-input.ts'

/** Says in which robot's settings a fault stands. */
function under<T>(kind: string, parse: () => T): T {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid_input') throw error
    const faults = error.faults.map(
      ({ path, message }): InputFault => ({ path: `robots.${kind}.${path}`, message }),
    )
    throw new AppError('invalid_input', error.message, { faults })
  }
}

/** Makes a person's own robot, or changes it. */
export async function saveRobot(
  tx: Transaction,
  person: Person,
  kind: string,
  present: OwnChannel | undefined,
  { enabled, config, secrets }: OwnRobotInput,
  { now, sealer, actor }: ChangeContext,
): Promise<void> {
  const settings = under(kind, () =>
    present === undefined
      ? parseSettings({ kind, config, secrets })
      : mergeChannel(openSettings(present, sealer), { config, secrets }, actor),
  )
  const fingerprint = fingerprintOfSettings(settings)
  const isChanged = fingerprint !== present?.fingerprint
  const row = {
    name: channelNameOf(person),
    enabled: enabled ?? present?.enabled ?? true,
    ...(!isChanged
      ? {}
      : {
          config: settings.config,
          sealedSecrets: sealer.seal(settings.secrets),
          secretNames: namesOfSet(settings.secrets),
          budgetKey: budgetKeyOf(settings),
          fingerprint,
          testedAt: null,
          health: 'untried' as const,
          healthReason: null,
        }),
  }
  if (present !== undefined) {
    // Either way it begins anew: what an older version switched off is cut off still.
    const isSwitchedOff = present.enabled !== row.enabled
    const settings = isChanged ? 'untested' : 'same'
    await tx
      .update(channel)
      .set({
        ...row,
        dueAt: now,
        ...breakerAfter(present, { isSwitchedOff, settings }, now),
        version: present.version + 1,
      })
      .where(eq(channel.id, present.id))
    if (isChanged) await probeNow(sqlOf(tx), [present.id])
    if (present.enabled && !row.enabled) {
      await cancelUnsent(tx, { channel: present.id, reason: 'channel_disabled' }, now)
    }
    return
  }
  await expectKindAllowed(tx, kind, null)
  await tx.insert(channel).values({
    id: newId<'channel'>(),
    kind,
    personId: person.id,
    config: settings.config,
    sealedSecrets: sealer.seal(settings.secrets),
    secretNames: namesOfSet(settings.secrets),
    budgetKey: budgetKeyOf(settings),
    fingerprint,
    createdAt: now,
    name: row.name,
    enabled: row.enabled,
  })
}

/** Takes a person's own robot away: what it has not sent is cancelled and its secrets are forgotten. */
export async function removeRobot(
  tx: Transaction,
  { id, version }: OwnChannel,
  { now, sealer }: ChangeContext,
): Promise<void> {
  await tx
    .update(channel)
    .set({
      deletedAt: now,
      enabled: false,
      dueAt: now,
      sealedSecrets: sealer.seal({}),
      secretNames: [],
      version: version + 1,
    })
    .where(eq(channel.id, id))
  await cancelUnsent(tx, { channel: id, reason: 'channel_deleted' }, now)
}
