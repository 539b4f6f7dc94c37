import { channelKindNames } from '@highwater/channels/catalog'
import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import { referenceInput } from '../../queries/inputs.ts'
import { channelKindSwitch } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { cancelUnsent } from '../cancel-unsent.ts'
import type { ChangeContext } from '../context.ts'
import { defineCommand } from '../define-command.ts'
import { findDepartment } from '../find-department.ts'
import { lockInstallation } from '../lock-installation.ts'
import { personOf } from '../person-of.ts'
import { applySwitches } from './apply-switches.ts'

const scope = {
  kind: z.enum(channelKindNames, { error: () => `Use one of ${channelKindNames.join(', ')}.` }),
  /** An id or a name; left out or null: for everybody. */
  department: referenceInput.nullable().optional(),
}

interface Scope {
  readonly kind: string
  readonly department?: string | null | undefined
}

/** One writer at a time: the channels of a kind follow all of its switches. */
async function loadSwitch(
  tx: Transaction,
  { kind, department: reference = null }: Scope,
  { actor }: ChangeContext,
) {
  await lockInstallation(tx)
  const department = reference === null ? null : await findDepartment(tx, reference, actor)
  const of = and(
    eq(channelKindSwitch.kind, kind),
    sql`${channelKindSwitch.departmentId} is not distinct from ${department?.id ?? null}::uuid`,
  )
  const [present] = await tx.select().from(channelKindSwitch).where(of)
  const name = department === null ? kind : `${kind} (${department.name})`
  return { department, present: present ?? null, name }
}

const resource = ({ department }: Awaited<ReturnType<typeof loadSwitch>>) => ({
  department: department?.id ?? null,
})

const topics = ['channels', 'deliveries', 'alerts'] as const

/**
 * Switches a kind of channel off, for everybody or for one department (C19). What waits for such
 * channels is taken back, and what is routed there from now on is recorded as suppressed.
 */
export const switchChannelKindOff = defineCommand({
  action: 'channelKind.write',
  input: z.strictObject({
    ...scope,
    note: z.string().trim().max(200, 'Use at most 200 characters.').default(''),
  }),
  load: loadSwitch,
  resource,
  async change(tx, { department, present, name }, { kind, note }, { actor, actorName, now }) {
    if (present?.note === note) return { result: { channels: 0 }, unchanged: true }
    if (present === null) {
      await tx.insert(channelKindSwitch).values({
        id: newId(),
        kind,
        departmentId: department?.id ?? null,
        note,
        switchedOffAt: now,
        switchedOffBy: personOf(actor),
        switchedOffByName: actorName,
      })
    } else {
      await tx.update(channelKindSwitch).set({ note }).where(eq(channelKindSwitch.id, present.id))
    }
    const channels = await applySwitches(tx, kind)
    await cancelUnsent(tx, { switchedOff: kind, reason: 'channel_kind_off' }, now)
    const before = { on: present === null, note: present?.note ?? '' }
    const subject = { id: kind, name }
    return {
      result: { channels },
      audit: [auditOf('channelKind.write', subject, { before, after: { on: false, note } })],
      topics,
    }
  },
})

/** Switches a kind on again; news and reminders go through its channels from now on. */
export const switchChannelKindOn = defineCommand({
  action: 'channelKind.write',
  input: z.strictObject(scope),
  load: loadSwitch,
  resource,
  async change(tx, { present, name }, { kind }) {
    if (present === null) return { result: { channels: 0 }, unchanged: true }
    await tx.delete(channelKindSwitch).where(eq(channelKindSwitch.id, present.id))
    const channels = await applySwitches(tx, kind)
    const before = { on: false, note: present.note }
    return {
      result: { channels },
      audit: [auditOf('channelKind.write', { id: kind, name }, { before, after: { on: true } })],
      topics,
    }
  },
})
