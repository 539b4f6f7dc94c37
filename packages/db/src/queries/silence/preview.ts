import {
  AppError,
  type DepartmentId,
  type Instant,
  isId,
  type Locale,
  parseInput,
} from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import {
  describeRecurrenceRule,
  nextSpans,
  parseRecurrenceRule,
  recurrenceFields,
  type SilenceSchedule,
  type SilenceScope,
  type Span,
} from '@highwater/core/silence'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { department } from '../../schema/index.ts'
import { homeOf } from '../home-of.ts'
import { type Reader, readTogether } from '../reader.ts'
import { departmentVisibleTo } from '../visible.ts'
import { countCoveredProjects, type PreviewedAlert, readCoveredAlerts } from './covered.ts'
import {
  namingFields,
  onceFields,
  onceSchedule,
  recurringSchedule,
  scopeDraftFields,
} from './draft.ts'

const shared = {
  ...scopeDraftFields,
  department: namingFields.department,
  /** A draft need not have its name yet. */
  name: z.string().optional(),
  remark: z.string().nullable().optional(),
}
export const previewSilenceInput = z.strictObject({ ...shared, ...onceFields })
export const previewMaintenanceWindowInput = z.strictObject({ ...shared, ...recurrenceFields })

/** What a silence would do if it were saved as it is, as far as the viewer may see it. */
export interface SilencePreview {
  /** Projects that it is about, for some events or for all. */
  readonly projects: number
  readonly alerts: { readonly count: number; readonly items: readonly PreviewedAlert[] }
  /** The next stretches in which it holds. */
  readonly spans: readonly Span[]
  /** When a maintenance window comes again, in words; null for a silence. */
  readonly rule: Readonly<Record<Locale, string>> | null
}

const shownSpans = 5

async function findHome(
  db: Reader,
  viewer: Actor,
  reference: string | null | undefined,
): Promise<DepartmentId | null> {
  if (reference === null) return null
  const named = reference ?? homeOf(viewer)
  if (named === undefined) return null
  const [row] = await db
    .select({ id: department.id })
    .from(department)
    .where(
      and(
        isId(named) ? eq(department.id, named as DepartmentId) : eq(department.name, named),
        isNull(department.deletedAt),
        departmentVisibleTo(viewer, department.id, { shared: false }),
      ),
    )
  if (row) return row.id
  const message = `There is no department "${named}", or you may not see it.`
  throw new AppError('invalid_input', message, { faults: [{ path: 'department', message }] })
}

interface Draft extends Omit<SilenceScope, 'department'> {
  readonly department?: string | null | undefined
}

const preview = (
  db: Database,
  viewer: Actor,
  draft: Draft,
  scheduleAt: (now: Instant) => SilenceSchedule,
): Promise<SilencePreview> =>
  readTogether(db, async (tx) => {
    const [clock] = await tx.execute<{ now: Instant }>(sql`select now() as now`)
    if (clock === undefined) throw new Error('select now() gave no row')
    const schedule = scheduleAt(clock.now)
    const scope = { ...draft, department: await findHome(tx, viewer, draft.department) }
    const parsed = schedule.type === 'recurring' ? parseRecurrenceRule(schedule.rule) : null
    return {
      projects: await countCoveredProjects(tx, viewer, scope),
      alerts: await readCoveredAlerts(tx, viewer, scope),
      spans: nextSpans(schedule, clock.now, shownSpans),
      rule: parsed?.ok
        ? {
            'zh-CN': describeRecurrenceRule(parsed.rule, 'zh-CN'),
            en: describeRecurrenceRule(parsed.rule, 'en'),
          }
        : null,
    }
  })

/** What a silence would hide right now. @throws AppError `invalid_input` as saving it would */
export async function previewSilence(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof previewSilenceInput>,
): Promise<SilencePreview> {
  const input = parseInput(previewSilenceInput, rawInput)
  return preview(db, viewer, input, (now) => onceSchedule(input, now))
}

/** The same of a maintenance window, which may begin later. */
export async function previewMaintenanceWindow(
  db: Database,
  viewer: Actor,
  rawInput: z.input<typeof previewMaintenanceWindowInput>,
): Promise<SilencePreview> {
  const input = parseInput(previewMaintenanceWindowInput, rawInput)
  return preview(db, viewer, input, (now) => recurringSchedule(input, now))
}
