import { AppError, type SilenceId, toIso } from '@highwater/core'
import type { SilenceKind, SilenceSchedule } from '@highwater/core/silence'
import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '../../client/connect.ts'
import { foundOne } from '../../queries/not-found.ts'
import { departmentVisibleTo } from '../../queries/visible.ts'
import { silence } from '../../schema/index.ts'
import type { ChangeContext } from '../context.ts'
import type { Resource } from '../refused.ts'
import type { SilenceWords } from './silence-input.ts'

const nouns = { silence: 'silence', maintenance: 'maintenance window' } as const satisfies Record<
  SilenceKind,
  string
>
export const nounOf = (kind: SilenceKind): string => nouns[kind]

/**
 * A silence, of one kind or of any, that is not deleted and that the actor may see. A full lock: whoever is holding a
 * message back because of it has a share of the row, and is waited for.
 * @throws AppError `not_found`
 */
export async function loadSilence(
  tx: Transaction,
  kind: SilenceKind | undefined,
  id: SilenceId,
  { actor }: ChangeContext,
) {
  const visible = departmentVisibleTo(actor, silence.departmentId, { shared: true })
  const ofKind = kind === undefined ? undefined : eq(silence.kind, kind)
  const rows = await tx
    .select()
    .from(silence)
    .where(and(eq(silence.id, id), ofKind, isNull(silence.deletedAt), visible))
    .for('update')
  return foundOne(rows, nounOf(kind ?? 'silence'))
}

export type LoadedSilence = Awaited<ReturnType<typeof loadSilence>>

export const silenceResource = (row: LoadedSilence): Resource => ({
  department: row.departmentId,
  subject: row,
})

function describeSchedule(schedule: SilenceSchedule) {
  if (schedule.type === 'recurring') {
    const { start, timeZone, durationMinutes, rule } = schedule
    return { start, timeZone, durationMinutes, rule }
  }
  const { from, until, daily } = schedule
  return { from: toIso(from), until: toIso(until), daily }
}

/** A silence as the audit and a conflict show it. */
export const describeSilence = (words: SilenceWords) => ({
  name: words.name,
  remark: words.remark,
  projects: words.projectIds,
  departments: words.departmentIds,
  tags: words.tags,
  events: words.events,
  levels: words.levels,
  exceptProjects: words.exceptProjectIds,
  ...describeSchedule(words.schedule),
})

/** @throws AppError `conflict` when it has ended: what is over is history */
export function expectNotEnded(row: LoadedSilence): void {
  if (row.endedAt === null) return
  const { id, name, kind, version, endedAt } = row
  throw new AppError(
    'conflict',
    `The ${nounOf(kind)} "${name}" ended at ${toIso(endedAt)}. Make a new one instead.`,
    { current: { id, version, endedAt: toIso(endedAt) } },
  )
}
