import type { Instant } from '@highwater/core'
import { silenceKinds } from '@highwater/core/silence'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import { releaseHolds } from '../../queue/silence/release.ts'
import { silence } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { sqlOf } from '../sql-of.ts'
import {
  describeSilence,
  expectNotEnded,
  type LoadedSilence,
  loadSilence,
  nounOf,
  silenceResource,
} from './load-silence.ts'

const input = z.strictObject({
  kind: z.enum(silenceKinds).optional(),
  silence: idInput<'silence'>(),
  expectedVersion,
})

function expectPresent(row: LoadedSilence, expected: number | undefined): void {
  const { id, kind, version } = row
  expectVersion(nounOf(kind), version, expected, { id, version, ...describeSilence(row) })
}

/** From its commit on nothing is held back; a worker tells at once what still fires. */
async function endNow(tx: Transaction, row: LoadedSilence, by: string, now: Instant) {
  if (row.endedAt !== null) return
  await tx
    .update(silence)
    .set({
      endedAt: now,
      endReason: 'ended_by_person',
      endedByName: by,
      spanFrom: null,
      spanUntil: null,
      remindAt: null,
      nextChangeAt: null,
      version: row.version + 1,
    })
    .where(eq(silence.id, row.id))
  await releaseHolds(sqlOf(tx), [row.id], now)
}

/** Ends a silence or a maintenance window for good. It stays in the list of those that are over. */
export const endSilence = defineCommand({
  action: 'silence.write',
  input,
  load: (tx, { kind, silence: id }, context) => loadSilence(tx, kind, id, context),
  resource: silenceResource,
  async change(tx, present, { expectedVersion: expected }, { now, actorName }) {
    expectNotEnded(present)
    expectPresent(present, expected)
    await endNow(tx, present, actorName, now)
    const { id, version } = present
    return {
      result: { id, version: version + 1 },
      audit: [
        auditOf(
          'silence.write',
          present,
          { before: { ended: false }, after: { ended: true } },
          { operation: 'stop' },
        ),
      ],
      topics: ['silences', 'alerts'],
    }
  },
})

/** Deletes it: it ends, and no list shows it any more. What it held back goes on naming it. */
export const deleteSilence = defineCommand({
  action: 'silence.write',
  input,
  load: (tx, { kind, silence: id }, context) => loadSilence(tx, kind, id, context),
  resource: silenceResource,
  async change(tx, present, { expectedVersion: expected }, { now, actorName }) {
    expectPresent(present, expected)
    await endNow(tx, present, actorName, now)
    await tx.update(silence).set({ deletedAt: now }).where(eq(silence.id, present.id))
    return {
      result: { id: present.id },
      audit: [
        auditOf(
          'silence.write',
          present,
          { before: describeSilence(present) },
          { operation: 'deletion' },
        ),
      ],
      topics: ['silences', 'alerts'],
    }
  },
})
