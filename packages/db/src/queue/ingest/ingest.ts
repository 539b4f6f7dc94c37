import type { Database } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import type { IngestOptions, ParsedSignal, RejectedSignal } from './batch.ts'
import { afterWriting } from './fold.ts'
import { parseSignals } from './parse-signals.ts'
import { ProjectMemory } from './project-memory.ts'
import { scanFigures } from './scan-figures.ts'
import { takeFigures } from './take-figures.ts'
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
): Promise<IngestResult> => ingestUnread(db, { bytes: null, parse: () => signals }, options)

export interface UnreadBatch {
  /** The body of `POST /signals`, where the batch came as one. */
  readonly bytes: Uint8Array<ArrayBuffer> | null
  /** Its signals. Called at most once for each attempt; what it throws ends the batch with nothing written. */
  readonly parse: () => readonly unknown[]
}

/**
 * As `ingestSignals`, of a batch that is read as late as can be and parsed only if it has to be: a
 * thousand parsed signals that wait are what the garbage collector would carry from place to place.
 */
export async function ingestUnread(
  db: Database,
  batch: UnreadBatch,
  options: IngestOptions,
): Promise<IngestResult> {
  const memory = memoryOf(db)
  const taken = await db.sql
    .begin((tx) => ingestBatch(startTaking(tx, options, memory), batch))
    .catch((error) => {
      if (!isDeadlock(error)) throw error
      const { parse } = batch
      return db.sql.begin((tx) =>
        ingestParsed(startTaking(tx, options, memory), parse(), takeLocked),
      )
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

/** Straight from the bytes as far as that goes; only what is left over is parsed. */
async function ingestBatch(taking: Taking, { bytes, parse }: UnreadBatch): Promise<Taking> {
  const figures = bytes === null ? null : scanFigures(bytes)
  const rest = figures === null ? null : await takeFigures(taking, figures)
  if (rest === null) return ingestParsed(taking, parse(), takeAll)
  if (rest.size > 0) {
    const left = parseSignals(parse(), taking.tally.rejected).filter(({ index }) => rest.has(index))
    await takeAll(taking, left)
  }
  return finish(taking)
}

async function ingestParsed(
  taking: Taking,
  signals: readonly unknown[],
  take: typeof takeAll,
): Promise<Taking> {
  const parsed = parseSignals(signals, taking.tally.rejected)
  if (parsed.length > 0) await take(taking, parsed)
  return finish(taking)
}

async function finish(taking: Taking): Promise<Taking> {
  const { tx, tally, options } = taking
  await writeHistory(tx, tally.history, options.origin)
  if (tally.due) await publishFrom(tx, ['evaluate'])
  return taking
}

function remember({ memory, tally }: Taking): void {
  for (const step of tally.afterwards) step()
  for (const [reference, { folding, dueAt }] of tally.learnt) {
    memory.keep(reference, afterWriting(folding, dueAt))
  }
}
