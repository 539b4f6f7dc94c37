import type { ProjectId } from '@highwater/core'
import { normalizeSignal } from '@highwater/core/project'
import { type PolicyInForce, readPolicyInForce } from '../current-policy.ts'
import type { IngestOptions, ParsedSignal } from './batch.ts'
import { findStoredSignals, signalKey } from './duplicates.ts'
import { fold, nextLook, startFolding } from './fold.ts'
import { PlainJudge } from './judge-plain.ts'
import { type FoundProject, findProjects, type KnownProject } from './known-projects.ts'
import { namesOf } from './names-of.ts'
import { type QuietRow, quietRowOf } from './quiet-row.ts'
import { countQuiet, type Taking } from './taking.ts'
import { writeQuiet } from './write-quiet.ts'

export interface QuietTaken {
  /** The signals that were not taken in, in the order in which they came. */
  readonly rest: readonly ParsedSignal[]
  /** The projects among them that had to be read because they are not remembered. */
  readonly strangers: ReadonlyMap<string, FoundProject>
}

interface Judged {
  readonly signals: readonly ParsedSignal[]
  /** Of each of those signals. */
  readonly rows: readonly QuietRow[]
  readonly rest: ParsedSignal[]
}

/** What a signal is to its project if that is as remembered; null when it is more than quiet. */
export function judgeQuiet(
  input: ParsedSignal['input'],
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
  const plain = new PlainJudge(memory.projects, policy, options)
  // A second signal of a project waits for its first, under whichever of its names they come.
  const begun = new Set<ProjectId>()
  for (const project of strangers.values()) begun.add(project.id)
  const judge = (input: ParsedSignal['input'], version: number | undefined): QuietRow | null => {
    const place = version === undefined ? undefined : memory.placeOf(input.project)
    if (place === undefined) return null
    const id = memory.idAt(place, input.project)
    if (begun.has(id)) return null
    begun.add(id)
    if (memory.projects.versionAt(place) !== version) return null
    if (input.id !== undefined && stored.has(signalKey(id, input.id))) return null
    const row = plain.judge(place, id, input)
    if (row !== null) return row
    const project = memory.projects.read(place, id)
    return project === undefined ? null : judgeQuiet(input, project, policy, options)
  }
  for (let place = 0; place < signals.length; place += 1) {
    const signal = signals[place]
    if (signal === undefined) continue
    const row = judge(signal.input, noted[place])
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
  for (let place = 0; place < quiet.length; place += 1) {
    const signal = quiet[place]
    const row = rows[place]
    if (signal === undefined || row === undefined) continue
    if (changed.has(row.projectId)) {
      rest.push(signal)
      continue
    }
    countQuiet(tally, row)
    tally.afterwards.push(() => memory.advance(signal.input.project, row, options.origin))
  }
  if (changed.size > 0) rest.sort((a, b) => a.index - b.index)
  return { rest, strangers }
}

/** The signals that may have been sent before, as far as their projects are remembered. */
function identifiedOf({ memory }: Taking, signals: readonly ParsedSignal[]) {
  const identified: { projectId: ProjectId; signalId: string }[] = []
  for (const { input } of signals) {
    if (input.id === undefined) continue
    const place = memory.placeOf(input.project)
    if (place === undefined) continue
    identified.push({ projectId: memory.idAt(place, input.project), signalId: input.id })
  }
  return identified
}
