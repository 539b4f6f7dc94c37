import type { ProjectId } from '@highwater/core'
import { normalizeSignal } from '@highwater/core/project'
import { type PolicyInForce, readPolicyInForce } from '../current-policy.ts'
import type { IngestOptions, ParsedSignal } from './batch.ts'
import { findStoredSignals, signalKey } from './duplicates.ts'
import { fold, nextLook, startFolding } from './fold.ts'
import { findProjects, type KnownProject } from './known-projects.ts'
import { namesOf } from './names-of.ts'
import { type QuietRow, quietRowOf } from './quiet-row.ts'
import type { Taking } from './taking.ts'
import { writeQuiet } from './write-quiet.ts'

export interface QuietTaken {
  /** The signals that were not taken in, in the order in which they came. */
  readonly rest: readonly ParsedSignal[]
  /** The projects among them that had to be read because they are not remembered. */
  readonly strangers: ReadonlyMap<string, KnownProject>
}

interface Judged {
  readonly signals: readonly ParsedSignal[]
  /** Of each of those signals. */
  readonly rows: readonly QuietRow[]
  readonly rest: ParsedSignal[]
}

/** What a signal is to its project if that is as remembered; null when it is more than quiet. */
function judge(
  { input }: ParsedSignal,
  project: KnownProject,
  policy: PolicyInForce,
  options: IngestOptions,
): QuietRow | null {
  if (project.observation.state === 'released' || !options.mayWrite(project)) return null
  const normalized = normalizeSignal(input, policy.now)
  if (!normalized.accepted) return null
  const { signal } = normalized
  const folding = startFolding(project, options.origin)
  if (!fold(folding, signal, input.step, policy)) return null
  folding.rows.push({ projectId: project.id, signalId: input.id ?? null, signal, late: false })
  return quietRowOf(folding, nextLook(folding, policy))
}

/** Judges in one go, without a pause in which its many short-lived objects would grow old. */
function judgeAll(
  { options, memory }: Taking,
  signals: readonly ParsedSignal[],
  noted: readonly (number | undefined)[],
  strangers: QuietTaken['strangers'],
  stored: ReadonlySet<string>,
  policy: PolicyInForce,
): Judged {
  const quiet: ParsedSignal[] = []
  const rows: QuietRow[] = []
  const rest: ParsedSignal[] = []
  // A second signal of a project waits for its first, under whichever of its names they come.
  const begun = new Set<ProjectId>()
  for (const project of strangers.values()) begun.add(project.id)
  for (const [place, signal] of signals.entries()) {
    const { project: reference, id } = signal.input
    const project = noted[place] === undefined ? undefined : memory.recall(reference)
    const isFree = project !== undefined && !begun.has(project.id)
    if (project) begun.add(project.id)
    const isNew = !project || id === undefined || !stored.has(signalKey(project.id, id))
    const row =
      isFree && isNew && project.version === noted[place]
        ? judge(signal, project, policy, options)
        : null
    if (row === null) {
      rest.push(signal)
      continue
    }
    quiet.push(signal)
    rows.push(row)
  }
  return { signals: quiet, rows, rest }
}

/**
 * Takes in what changes nothing but figures, of projects that this process remembers. Of those nothing
 * is read: a signal is held against what is remembered, and written if that still is the truth.
 */
export async function takeQuiet(
  taking: Taking,
  signals: readonly ParsedSignal[],
): Promise<QuietTaken> {
  const { tx, memory, tally, options } = taking
  const noted = signals.map(({ input }) => memory.versionOf(input.project))
  const unknown = signals.filter((_, place) => noted[place] === undefined)
  const strangers = await findProjects(tx, namesOf(unknown), false)
  // After the versions: whoever saves a policy later changes them, and that is noticed.
  const policy = await readPolicyInForce(tx)
  const stored = await findStoredSignals(tx, identifiedOf(taking, signals))
  const { rows, rest, signals: quiet } = judgeAll(taking, signals, noted, strangers, stored, policy)
  const changed = await writeQuiet(tx, rows, options.origin)
  for (const [place, signal] of quiet.entries()) {
    const row = rows[place]
    if (row === undefined || changed.has(row.projectId)) {
      rest.push(signal)
      continue
    }
    tally.accepted += 1
    tally.due ||= row.dueAt !== null && row.dueAt <= row.receivedAt
    tally.advanced.set(signal.input.project, row)
  }
  if (changed.size > 0) rest.sort((a, b) => a.index - b.index)
  return { rest, strangers }
}

/** The signals that may have been sent before, as far as their projects are remembered. */
const identifiedOf = ({ memory }: Taking, signals: readonly ParsedSignal[]) =>
  signals.flatMap(({ input: { id, project } }) => {
    const projectId = id === undefined ? undefined : memory.recall(project)?.id
    return id === undefined || projectId === undefined ? [] : [{ projectId, signalId: id }]
  })
