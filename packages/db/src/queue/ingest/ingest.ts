import type { Database } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import type { IngestOptions, ParsedSignal, RejectedSignal } from './batch.ts'
import { afterWriting } from './fold.ts'
import { parseSignals } from './parse-signals.ts'
import { ProjectMemory } from './project-memory.ts'
import { takeQuiet } from './take-quiet.ts'
import { takeRound } from './take-round.ts'
import { startTaking, type Taking } from './taking.ts'
import { writeHistory } from './write-history.ts'

export interface IngestResult {
  readonly accepted: number
  readonly duplicates: number
  readonly late: number
  readonly rejected: readonly RejectedSignal[]
}

/** About 250 bytes each, of the few hundred megabytes that a web server may take. */
const rememberedProjects = 150_000
const memories = new WeakMap<Database, ProjectMemory>()

function memoryOf(db: Database): ProjectMemory {
  const memory = memories.get(db) ?? new ProjectMemory(rememberedProjects)
  memories.set(db, memory)
  return memory
}

/**
 * Takes a batch of signals in: history and state are committed together before this resolves. Each
 * signal is judged by itself; a bad one is reported with its index and spoils no other.
 */
export const ingestSignals = (
  db: Database,
  signals: readonly unknown[],
  options: IngestOptions,
): Promise<IngestResult> => ingestRead(db, () => signals, options)

/**
 * As `ingestSignals`, of a batch that is read as late as can be: a thousand parsed signals that wait
 * for a connection are what the garbage collector would carry from place to place.
 * @param read called once for each attempt; what it throws ends the batch with nothing written
 */
export async function ingestRead(
  db: Database,
  read: () => readonly unknown[],
  options: IngestOptions,
): Promise<IngestResult> {
  const memory = memoryOf(db)
  const write = (take: typeof takeAll) =>
    db.sql.begin((tx) => ingestParsed(startTaking(tx, options, memory), read(), take))
  const taken = await write(takeAll).catch((error) => {
    if (isDeadlock(error)) return write(takeLocked)
    throw error
  })
  remember(taken)
  const { accepted, duplicates, late, rejected } = taken.tally
  return { accepted, duplicates, late, rejected: rejected.toSorted((a, b) => a.index - b.index) }
}

const isDeadlock = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '40P01'

/** What another writer changed meanwhile goes into the next round; the last one holds the rows. */
async function takeAll(taking: Taking, signals: readonly ParsedSignal[]): Promise<void> {
  const { rest, strangers } = await takeQuiet(taking, signals)
  if (rest.length === 0) return
  const disturbed = await takeRound(taking, rest, strangers, false)
  if (disturbed.length > 0) await takeLocked(taking, disturbed)
}

async function takeLocked(taking: Taking, signals: readonly ParsedSignal[]): Promise<void> {
  await takeRound(taking, signals, new Map(), true)
}

async function ingestParsed(
  taking: Taking,
  signals: readonly unknown[],
  take: typeof takeAll,
): Promise<Taking> {
  const { tx, tally, options } = taking
  const parsed = parseSignals(signals, tally.rejected)
  if (parsed.length === 0) return taking
  await take(taking, parsed)
  await writeHistory(tx, tally.history, options.origin)
  if (tally.due) await publishFrom(tx, ['evaluate'])
  return taking
}

function remember({ memory, tally, options }: Taking): void {
  for (const [reference, row] of tally.advanced) memory.advance(reference, row, options.origin)
  for (const [reference, { folding, dueAt }] of tally.learnt) {
    memory.keep(reference, afterWriting(folding, dueAt))
  }
}
