import type { DepartmentId } from '@highwater/core'
import { recurrenceFields, type SilenceKind, type SilenceSchedule } from '@highwater/core/silence'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { newId } from '../../client/new-id.ts'
import {
  namingFields,
  onceFields,
  onceSchedule,
  recurringSchedule,
  scopeDraftFields,
} from '../../queries/silence/draft.ts'
import { readParameters } from '../../queue/read-parameters.ts'
import { standingAt } from '../../queue/silence/standing.ts'
import { silence } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import type { ChangeContext } from '../context.ts'
import { defineCommand } from '../define-command.ts'
import { personOf } from '../person-of.ts'
import { sqlOf } from '../sql-of.ts'
import { describeSilence } from './load-silence.ts'
import { departmentOf, expectScope, scopeColumnsOf } from './silence-input.ts'

const shared = { ...namingFields, ...scopeDraftFields }
const commonInput = z.strictObject(shared)
const createSilenceInput = z.strictObject({ ...shared, ...onceFields })
const createMaintenanceWindowInput = z.strictObject({ ...shared, ...recurrenceFields })

interface Draft {
  readonly kind: SilenceKind
  readonly departmentId: DepartmentId | null
  readonly input: z.output<typeof commonInput>
  readonly schedule: SilenceSchedule
}

async function insert(tx: Transaction, draft: Draft, { actor, actorName, now }: ChangeContext) {
  const { kind, departmentId, input, schedule } = draft
  const words = {
    name: input.name,
    remark: input.remark ?? null,
    ...scopeColumnsOf(input),
    schedule,
  }
  await expectScope(tx, actor, departmentId, words)
  const row = {
    id: newId<'silence'>(),
    kind,
    departmentId,
    ...words,
    ...standingAt(schedule, now, await readParameters(sqlOf(tx))),
    createdBy: personOf(actor),
    createdByName: actorName,
    createdAt: now,
  }
  await tx.insert(silence).values(row)
  const after = { ...describeSilence(row), department: departmentId }
  return {
    result: { id: row.id, version: 1 },
    audit: [auditOf('silence.write', row, { after }, { operation: 'creation' })],
    topics: ['silences', 'alerts'],
  } as const
}

/** Makes a silence. It holds messages back from its commit on. */
export const createSilence = defineCommand({
  action: 'silence.write',
  input: createSilenceInput,
  load: (tx, input, { actor }) => departmentOf(tx, input.department, actor),
  resource: (departmentId) => ({ department: departmentId }),
  change: (tx, departmentId, input, context) =>
    insert(
      tx,
      { kind: 'silence', departmentId, input, schedule: onceSchedule(input, context.now) },
      context,
    ),
})

/** Makes a maintenance window that comes again by an RFC 5545 rule. */
export const createMaintenanceWindow = defineCommand({
  action: 'silence.write',
  input: createMaintenanceWindowInput,
  load: (tx, input, { actor }) => departmentOf(tx, input.department, actor),
  resource: (departmentId) => ({ department: departmentId }),
  change: (tx, departmentId, input, context) =>
    insert(
      tx,
      { kind: 'maintenance', departmentId, input, schedule: recurringSchedule(input, context.now) },
      context,
    ),
})
