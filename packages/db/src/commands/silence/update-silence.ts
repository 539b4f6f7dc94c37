import { type Recurrence, recurrenceFields, silenceScopeFields } from '@highwater/core/silence'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Transaction } from '../../client/connect.ts'
import { idInput } from '../../queries/inputs.ts'
import {
  namingFields,
  onceFields,
  onceSchedule,
  recurringSchedule,
} from '../../queries/silence/draft.ts'
import { readParameters } from '../../queue/read-parameters.ts'
import { releaseHolds } from '../../queue/silence/release.ts'
import { standingAt } from '../../queue/silence/standing.ts'
import { silence } from '../../schema/index.ts'
import { auditOf } from '../audit-terms.ts'
import type { ChangeContext } from '../context.ts'
import { defineCommand } from '../define-command.ts'
import { expectedVersion, expectVersion } from '../expect-version.ts'
import { isSame } from '../same.ts'
import { sqlOf } from '../sql-of.ts'
import {
  describeSilence,
  expectNotEnded,
  type LoadedSilence,
  loadSilence,
  nounOf,
  silenceResource,
} from './load-silence.ts'
import { expectScope, type SilenceWords } from './silence-input.ts'

const { name, remark } = namingFields
const words = { name, remark, ...silenceScopeFields }
const target = { silence: idInput<'silence'>(), expectedVersion }

const commonInput = z.strictObject(words).partial().extend(target)
const updateSilenceInput = z
  .strictObject({ ...words, ...onceFields })
  .partial()
  .extend(target)
const updateMaintenanceWindowInput = z
  .strictObject({ ...words, ...recurrenceFields })
  .partial()
  .extend(target)

function wordsAfter(present: LoadedSilence, input: z.output<typeof commonInput>): SilenceWords {
  return {
    name: input.name ?? present.name,
    remark: input.remark === undefined ? present.remark : input.remark,
    projectIds: input.projects ?? present.projectIds,
    departmentIds: input.departments ?? present.departmentIds,
    tags: input.tags ?? present.tags,
    events: input.events ?? present.events,
    levels: input.levels ?? present.levels,
    exceptProjectIds: input.exceptProjects ?? present.exceptProjectIds,
    schedule: present.schedule,
  }
}

/** What it hid is looked at again: what it hides no longer is told, the rest stays hidden unseen. */
async function store(
  tx: Transaction,
  present: LoadedSilence,
  after: SilenceWords,
  { actor, now }: ChangeContext,
) {
  const { id, version } = present
  const described = { before: describeSilence(present), after: describeSilence(after) }
  if (isSame(described.before, described.after)) {
    return { result: { id, version }, unchanged: true } as const
  }
  await expectScope(tx, actor, present.departmentId, after)
  const sql = sqlOf(tx)
  const standing = standingAt(after.schedule, now, await readParameters(sql))
  await tx
    .update(silence)
    .set({ ...after, ...standing, version: version + 1 })
    .where(eq(silence.id, id))
  await releaseHolds(sql, [id], now)
  return {
    result: { id, version: version + 1 },
    audit: [auditOf('silence.write', { id, name: after.name }, described)],
    topics: ['silences', 'alerts'],
  } as const
}

function expectEditable(present: LoadedSilence, expected: number | undefined): void {
  expectNotEnded(present)
  const { id, kind, version } = present
  expectVersion(nounOf(kind), version, expected, { id, version, ...describeSilence(present) })
}

function onceAfter(
  present: LoadedSilence,
  input: z.output<typeof updateSilenceInput>,
  context: ChangeContext,
) {
  const { schedule } = present
  const { from, until, daily } = input
  if (
    schedule.type !== 'once' ||
    (from === undefined && until === undefined && daily === undefined)
  ) {
    return schedule
  }
  return onceSchedule(
    {
      from: from ?? schedule.from,
      until: until ?? schedule.until,
      daily: daily === undefined ? schedule.daily : daily,
    },
    context.now,
  )
}

/** Changes a silence that has not ended; its department stays. */
export const updateSilence = defineCommand({
  action: 'silence.write',
  input: updateSilenceInput,
  load: (tx, input, context) => loadSilence(tx, 'silence', input.silence, context),
  resource: silenceResource,
  async change(tx, present, input, context) {
    expectEditable(present, input.expectedVersion)
    const schedule = onceAfter(present, input, context)
    return store(tx, present, { ...wordsAfter(present, input), schedule }, context)
  },
})

type RecurrenceChanges = { readonly [Field in keyof Recurrence]?: Recurrence[Field] | undefined }

function recurringAfter(present: LoadedSilence, input: RecurrenceChanges, context: ChangeContext) {
  const { schedule } = present
  if (schedule.type !== 'recurring') return schedule
  const after = {
    start: input.start ?? schedule.start,
    timeZone: input.timeZone ?? schedule.timeZone,
    durationMinutes: input.durationMinutes ?? schedule.durationMinutes,
    rule: input.rule ?? schedule.rule,
  }
  return recurringSchedule(after, context.now)
}

/** Changes a maintenance window that comes again. */
export const updateMaintenanceWindow = defineCommand({
  action: 'silence.write',
  input: updateMaintenanceWindowInput,
  load: (tx, input, context) => loadSilence(tx, 'maintenance', input.silence, context),
  resource: silenceResource,
  async change(tx, present, input, context) {
    expectEditable(present, input.expectedVersion)
    const schedule = recurringAfter(present, input, context)
    return store(tx, present, { ...wordsAfter(present, input), schedule }, context)
  },
})
