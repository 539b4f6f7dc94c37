import type { Instant, Millis, ProjectId } from '@highwater/core'
import type { Latency, ProjectState } from '@highwater/core/project'
import { type Folding, isQuiet } from './fold.ts'

/**
 * A signal that brought its project nothing but a newer figure, as few values as state and history
 * need to be told. Nearly all signals end as one of these, and little else of a batch outlives the
 * moment in which it is judged: that spares the garbage collector half of the work of taking it in.
 */
export interface QuietRow {
  readonly projectId: ProjectId
  /** Of the project's row: the one on which all of this rests. */
  readonly version: number
  readonly latency: Latency
  readonly observedAt: Instant
  readonly receivedAt: Instant
  readonly usualInterval: Millis | null
  /** When its project is looked at next, once the row is written. */
  readonly dueAt: Instant | null
  /** The same where the row changes it; nearly always it stays as it is. */
  readonly putOffTo: Instant | null
  readonly signalId: string | null
  readonly state: ProjectState | null
  readonly step: string | null
  readonly message: string | null
}

/** What a quiet row moves of what is remembered of its project. */
export type Advance = Pick<
  QuietRow,
  'version' | 'latency' | 'observedAt' | 'receivedAt' | 'usualInterval' | 'dueAt'
>

/** What a signal comes to that was found to bring a figure and nothing else. */
export type JudgedFigure = Advance & Pick<QuietRow, 'putOffTo'>

/** Null when the signals of a project are several, or brought more than a figure. */
export function quietRowOf(folding: Folding, dueAt: Instant | null): QuietRow | null {
  const { project, observation, rows } = folding
  const [only, another] = rows
  if (only === undefined || another !== undefined) return null
  const { latency, observedAt, receivedAt, state, step, message } = only.signal
  if (!folding.moved || latency === null || !isQuiet(folding, dueAt)) return null
  return {
    projectId: project.id,
    version: project.version,
    latency,
    observedAt,
    receivedAt,
    usualInterval: observation.usualInterval,
    dueAt,
    putOffTo: null,
    signalId: only.signalId,
    state,
    step: step?.name ?? null,
    message,
  }
}
