import { faultsOf } from '@highwater/core'
import { normalizeSignal, type SignalInput, signalInput } from '@highwater/core/project'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import { type PolicyInForce, readPolicyInForce } from '../current-policy.ts'
import { findStoredSignals, signalKey } from './duplicates.ts'
import { type Folding, fold, type SignalOrigin, startFolding } from './fold.ts'
import { findProjects, type Isolation, type KnownProject } from './known-projects.ts'
import { type HistoryRow, writeHistory } from './write-history.ts'
import { writeStates } from './write-states.ts'

export const rejectionCodes = ['invalid', 'unknown_project', 'future'] as const

export interface RejectedSignal {
  readonly index: number
  readonly code: (typeof rejectionCodes)[number]
  readonly message: string
}

export interface IngestResult {
  readonly accepted: number
  readonly duplicates: number
  readonly late: number
  readonly rejected: readonly RejectedSignal[]
}

export interface IngestOptions {
  readonly origin: SignalOrigin
  /** Whether the sender may speak for this project. */
  readonly mayWrite: (project: { department: KnownProject['department_id'] }) => boolean
}

interface Parsed {
  readonly index: number
  readonly input: SignalInput
}

function parseAll(signals: readonly unknown[], rejected: RejectedSignal[]): Parsed[] {
  const parsed: Parsed[] = []
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
  const rejected: RejectedSignal[] = []
  const parsed = parseAll(signals, rejected)
  if (parsed.length === 0) return { accepted: 0, duplicates: 0, late: 0, rejected }
  const written = await ingestOnce(db, parsed, options, 'optimistic').catch((error) => {
    if (error instanceof Disturbed || isDeadlock(error)) {
      return ingestOnce(db, parsed, options, 'locking')
    }
    throw error
  })
  rejected.push(...written.rejected)
  rejected.sort((a, b) => a.index - b.index)
  return { ...written, rejected }
}

/** Another batch or the worker changed a project between our reading and our writing. */
class Disturbed extends Error {}

const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40P01'

const ingestOnce = (
  db: Database,
  parsed: readonly Parsed[],
  options: IngestOptions,
  isolation: Isolation,
): Promise<IngestResult> => db.sql.begin((tx) => ingestParsed(tx, parsed, options, isolation))

async function ingestParsed(
  tx: TransactionSql,
  parsed: readonly Parsed[],
  options: IngestOptions,
  isolation: Isolation,
): Promise<IngestResult> {
  const rejected: RejectedSignal[] = []
  const references = [...new Set(parsed.map(({ input }) => input.project))]
  const projects = await findProjects(tx, references, isolation)
  // After the projects: whoever saves a policy later changes their versions, and that is noticed.
  const policy = await readPolicyInForce(tx)
  const stored = await findStoredSignals(tx, identified(parsed, projects))
  const batch = new Batch(policy, options, stored, projects)
  for (const { index, input } of parsed) {
    const refusal = batch.take(input)
    if (refusal !== null) rejected.push({ index, ...refusal })
  }
  await writeHistory(tx, batch.history, options.origin)
  const states = await writeStates(tx, [...batch.foldings.values()], policy, options.origin)
  if (!states.undisturbed) throw new Disturbed()
  if (states.due) await publishFrom(tx, ['evaluate'])
  const late = batch.history.filter((row) => row.late).length
  return { accepted: batch.history.length - late, duplicates: batch.duplicates, late, rejected }
}

function identified(parsed: readonly Parsed[], projects: ReadonlyMap<string, KnownProject>) {
  return parsed.flatMap(({ input }) => {
    const project = projects.get(input.project)
    return project && input.id !== undefined ? [{ projectId: project.id, signalId: input.id }] : []
  })
}

/** The signals of one batch on their way into history and states. */
class Batch {
  readonly history: HistoryRow[] = []
  readonly foldings = new Map<string, Folding>()
  duplicates = 0
  readonly #policy: PolicyInForce
  readonly #options: IngestOptions
  readonly #seen: Set<string>
  readonly #projects: ReadonlyMap<string, KnownProject>

  constructor(
    policy: PolicyInForce,
    options: IngestOptions,
    stored: Set<string>,
    projects: ReadonlyMap<string, KnownProject>,
  ) {
    this.#policy = policy
    this.#options = options
    this.#seen = stored
    this.#projects = projects
  }

  /** Takes one signal in, or says why not. */
  take(input: SignalInput): Omit<RejectedSignal, 'index'> | null {
    const project = this.#projects.get(input.project)
    // Another department's project is answered as if it did not exist.
    if (!project || !this.#options.mayWrite({ department: project.department_id })) {
      const message = `There is no project with the id or external key "${input.project}". Create it first.`
      return { code: 'unknown_project', message }
    }
    if (this.#isDuplicate(project.id, input.id)) return null
    const normalized = normalizeSignal(input, this.#policy.now)
    if (!normalized.accepted) return { code: normalized.code, message: normalized.message }
    const { signal } = normalized
    const folding = this.foldings.get(project.id) ?? startFolding(project, this.#options.origin)
    this.foldings.set(project.id, folding)
    const late = !fold(folding, signal, this.#policy)
    this.history.push({ projectId: project.id, signalId: input.id ?? null, signal, late })
    return null
  }

  #isDuplicate(projectId: string, signalId: string | undefined): boolean {
    if (signalId === undefined) return false
    const key = signalKey(projectId, signalId)
    if (this.#seen.has(key)) {
      this.duplicates += 1
      return true
    }
    this.#seen.add(key)
    return false
  }
}
