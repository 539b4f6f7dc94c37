import { faultsOf } from '@highwater/core'
import { signalInput } from '@highwater/core/project'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import { readPolicyInForce } from '../current-policy.ts'
import { Batch, type IngestOptions, type ParsedSignal, type RejectedSignal } from './batch.ts'
import { findStoredSignals } from './duplicates.ts'
import { afterWriting } from './fold.ts'
import { findProjects, type KnownProject } from './known-projects.ts'
import { ProjectMemory } from './project-memory.ts'
import { type HistoryRow, writeHistory } from './write-history.ts'
import { type Scheduled, writeStates } from './write-states.ts'

export interface IngestResult {
  readonly accepted: number
  readonly duplicates: number
  readonly late: number
  readonly rejected: readonly RejectedSignal[]
}

/**
 * Where a round of a batch takes its projects from. What another writer changed meanwhile goes into
 * the next round, and the last one holds the rows while it works.
 */
type Round = 'remembered' | 'fresh' | 'locked'
const rounds: readonly Round[] = ['remembered', 'fresh', 'locked']

interface Tally {
  readonly history: HistoryRow[]
  readonly rejected: RejectedSignal[]
  accepted: number
  duplicates: number
  late: number
  due: boolean
  /** What to remember once all of it is committed. */
  readonly learnt: Map<string, Scheduled>
}

/** About 250 bytes each, of the few hundred megabytes that a web server may take. */
const rememberedProjects = 150_000
const memories = new WeakMap<Database, ProjectMemory>()

function memoryOf(db: Database): ProjectMemory {
  const memory = memories.get(db) ?? new ProjectMemory(rememberedProjects)
  memories.set(db, memory)
  return memory
}

function parseAll(signals: readonly unknown[], rejected: RejectedSignal[]): ParsedSignal[] {
  const parsed: ParsedSignal[] = []
  for (const [index, raw] of signals.entries()) {
    const result = signalInput.safeParse(raw)
    if (result.success) {
      parsed.push({ index, input: result.data })
      continue
    }
    const faults = faultsOf(result.error)
    const message = faults.map(({ path, message }) => (path ? `${path}: ${message}` : message))
    rejected.push({ index, code: 'invalid', message: message.join(' ') })
  }
  return parsed
}

/**
 * Takes a batch of signals in: history and state are committed together before this resolves. Each
 * signal is judged by itself; a bad one is reported with its index and spoils no other.
 */
export async function ingestSignals(
  db: Database,
  signals: readonly unknown[],
  options: IngestOptions,
): Promise<IngestResult> {
  const malformed: RejectedSignal[] = []
  const parsed = parseAll(signals, malformed)
  if (parsed.length === 0) return { accepted: 0, duplicates: 0, late: 0, rejected: malformed }
  const memory = memoryOf(db)
  const write = (chosen: readonly Round[]) =>
    db.sql.begin((tx) => ingestParsed(tx, parsed, options, memory, chosen))
  const tally = await write(rounds).catch((error) => {
    if (isDeadlock(error)) return write(['locked'])
    throw error
  })
  for (const [reference, { folding, dueAt }] of tally.learnt) {
    memory.keep(reference, afterWriting(folding, dueAt))
  }
  const { accepted, duplicates, late } = tally
  const rejected = [...malformed, ...tally.rejected].sort((a, b) => a.index - b.index)
  return { accepted, duplicates, late, rejected }
}

const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40P01'

async function ingestParsed(
  tx: TransactionSql,
  parsed: readonly ParsedSignal[],
  options: IngestOptions,
  memory: ProjectMemory,
  chosen: readonly Round[],
): Promise<Tally> {
  const tally: Tally = {
    history: [],
    rejected: [],
    accepted: 0,
    duplicates: 0,
    late: 0,
    due: false,
    learnt: new Map(),
  }
  let waiting = parsed
  for (const round of chosen) {
    if (waiting.length > 0) waiting = await takeRound(tx, round, waiting, options, memory, tally)
  }
  await writeHistory(tx, tally.history, options.origin)
  if (tally.due) await publishFrom(tx, ['evaluate'])
  return tally
}

async function lookUp(
  tx: TransactionSql,
  round: Round,
  signals: readonly ParsedSignal[],
  memory: ProjectMemory,
): Promise<Map<string, KnownProject>> {
  const references = [...new Set(signals.map(({ input }) => input.project))]
  const known = new Map<string, KnownProject>()
  if (round === 'remembered') {
    for (const reference of references) {
      const project = memory.recall(reference)
      if (project) known.set(reference, project)
    }
  }
  const missing = references.filter((reference) => !known.has(reference))
  const found = await findProjects(tx, missing, round === 'locked')
  for (const [reference, project] of found) known.set(reference, project)
  return known
}

/** Takes in the signals whose projects nobody else is changing; answers those that have to wait. */
async function takeRound(
  tx: TransactionSql,
  round: Round,
  signals: readonly ParsedSignal[],
  options: IngestOptions,
  memory: ProjectMemory,
  tally: Tally,
): Promise<ParsedSignal[]> {
  const projects = await lookUp(tx, round, signals, memory)
  // After the projects: whoever saves a policy later changes their versions, and that is noticed.
  const policy = await readPolicyInForce(tx)
  const identified = signals.flatMap(({ input }) => {
    const projectId = projects.get(input.project)?.id
    return projectId && input.id !== undefined ? [{ projectId, signalId: input.id }] : []
  })
  const batch = new Batch(policy, options, await findStoredSignals(tx, identified), projects)
  const taken = signals.map((signal) => ({ signal, taken: batch.take(signal) }))
  // What moves nothing names no version: whether its project still is as remembered is read first.
  const unsure = new Set<string>()
  if (round === 'remembered') {
    for (const { moved, project } of batch.foldings.values()) if (!moved) unsure.add(project.id)
    for (const id of unsure) batch.foldings.delete(id)
  }
  const states = await writeStates(tx, [...batch.foldings.values()], policy, options.origin)
  tally.due ||= states.due
  tally.history.push(...states.history)

  const disturbed: ParsedSignal[] = []
  for (const { signal, taken: outcome } of taken) {
    if (outcome.is === 'rejected') {
      tally.rejected.push(outcome.rejection)
      memory.forget(signal.input.project)
      continue
    }
    const isMoved = batch.foldings.get(outcome.project.id)?.moved === true
    const now = states.written.get(outcome.project.id)
    if ((isMoved && !now) || unsure.has(outcome.project.id)) {
      disturbed.push(signal)
      continue
    }
    if (now) tally.learnt.set(signal.input.project, now)
    if (outcome.is === 'duplicate') tally.duplicates += 1
    else if (outcome.late) tally.late += 1
    else tally.accepted += 1
  }
  return disturbed
}
