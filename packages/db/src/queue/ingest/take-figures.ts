import type { ProjectId } from '@highwater/core'
import { gaugeOfSeconds, positionUpTo } from '@highwater/core/project'
import { type PolicyInForce, readPolicyInForce } from '../current-policy.ts'
import { findStoredSignals, signalKey } from './duplicates.ts'
import { type Figure, PlainJudge } from './judge-plain.ts'
import type { QuietRow } from './quiet-row.ts'
import type { ScannedFigures } from './scan-figures.ts'
import { countQuiet, type Taking } from './taking.ts'
import { WaitingRows } from './waiting-rows.ts'
import { writeQuiet } from './write-quiet.ts'

/** The projects of a batch as they were remembered when it began, signal by signal. */
class NotedProjects {
  readonly #memory: Taking['memory']
  readonly #figures: ScannedFigures
  readonly #places: Int32Array
  readonly #versions: Int32Array
  /** Of the signals that name their project by its key. */
  readonly #ids = new Map<number, ProjectId>()

  private constructor({ memory }: Taking, figures: ScannedFigures) {
    this.#memory = memory
    this.#figures = figures
    this.#places = new Int32Array(figures.count)
    this.#versions = new Int32Array(figures.count)
  }

  /** Null unless all are remembered, and each is named once: order is then nobody's concern. */
  static of(taking: Taking, figures: ScannedFigures): NotedProjects | null {
    const noted = new NotedProjects(taking, figures)
    return noted.#find() ? noted : null
  }

  placeOf(index: number): number {
    return this.#places[index] ?? 0
  }

  referenceOf(index: number): string {
    const { bytes, projectFrom, projectTo } = this.#figures
    return bytes.toString('latin1', projectFrom[index], projectTo[index])
  }

  idOf(index: number): ProjectId {
    return this.#ids.get(index) ?? (this.referenceOf(index) as ProjectId)
  }

  /** Whether what is remembered is what it was, pauses later. */
  isStill(index: number): boolean {
    const { bytes, projectFrom, projectTo } = this.#figures
    const place = this.placeOf(index)
    return (
      this.#memory.projects.versionAt(place) === this.#versions[index] &&
      this.#memory.isStillAt(place, bytes, projectFrom[index] ?? 0, projectTo[index] ?? 0)
    )
  }

  #find(): boolean {
    const { count, bytes, projectFrom, projectTo } = this.#figures
    const ids = new Set<ProjectId>()
    for (let index = 0; index < count; index += 1) {
      const place = this.#memory.placeIn(bytes, projectFrom[index] ?? 0, projectTo[index] ?? 0)
      if (place === undefined) return false
      this.#places[index] = place
      this.#versions[index] = this.#memory.projects.versionAt(place) ?? 0
      const id = this.#memory.idBehindKeyAt(place)
      if (id !== undefined) this.#ids.set(index, id)
      ids.add(this.idOf(index))
    }
    return ids.size === count
  }
}

function findStored({ tx }: Taking, { hasIds, ids }: ScannedFigures, noted: NotedProjects) {
  if (!hasIds) return findStoredSignals(tx, [])
  const identified = ids.flatMap((signalId, index) =>
    signalId === null ? [] : [{ projectId: noted.idOf(index), signalId }],
  )
  return findStoredSignals(tx, identified)
}

function figureAt(figures: ScannedFigures, index: number, { now }: PolicyInForce): Figure {
  const seconds = figures.latencySeconds[index] ?? Number.NaN
  return {
    latency: Number.isNaN(seconds)
      ? positionUpTo(figures.positionTime[index] ?? Number.NaN, now)
      : gaugeOfSeconds(seconds),
    observedAt: figures.observedAt[index] ?? Number.NaN,
    state: figures.states[index] ?? null,
    id: figures.ids[index] ?? null,
  }
}

/** Judges and sends off what is quiet; pauses nowhere itself, so that no row outlives this. */
function writeFigures(
  { tx, memory, options }: Taking,
  figures: ScannedFigures,
  noted: NotedProjects,
  policy: PolicyInForce,
  stored: ReadonlySet<string>,
) {
  const judge = new PlainJudge(memory.projects, policy, options)
  const waiting = new WaitingRows(figures.count, policy.now)
  const rows: QuietRow[] = []
  const rest = new Set<number>()
  for (let index = 0; index < figures.count; index += 1) {
    const id = noted.idOf(index)
    const figure = figureAt(figures, index, policy)
    const isNew = figure.id === null || !stored.has(signalKey(id, figure.id))
    const mayJudge = isNew && noted.isStill(index)
    const row = mayJudge ? judge.judgeFigure(noted.placeOf(index), id, figure) : null
    if (row === null) {
      rest.add(index)
      continue
    }
    rows.push(row)
    waiting.add(index, noted.placeOf(index), row)
  }
  return { waiting, rest, changed: writeQuiet(tx, rows, options.origin) }
}

/**
 * As `takeQuiet`, of a batch in which each signal brings a figure, without a single object of JSON.
 * Answers the places in the sender's list of those that are more than quiet; null where the batch has to
 * be taken in by its signals, of which then none has been.
 */
export async function takeFigures(
  taking: Taking,
  figures: ScannedFigures,
): Promise<ReadonlySet<number> | null> {
  const { tx, memory, options, tally } = taking
  const noted = NotedProjects.of(taking, figures)
  if (noted === null) return null
  // After the versions: whoever saves a policy later changes them, and that is noticed.
  const policy = await readPolicyInForce(tx)
  const stored = await findStored(taking, figures, noted)
  const { waiting, rest, changed } = writeFigures(taking, figures, noted, policy, stored)
  const missed = await changed
  waiting.each((row) => {
    if (missed.size > 0 && missed.has(noted.idOf(row.index))) rest.add(row.index)
    else countQuiet(tally, row)
  })
  tally.afterwards.push(() => {
    waiting.each((row) => {
      if (rest.has(row.index) || !noted.isStill(row.index)) return
      const isMoved = memory.projects.advance(row.place, row, options.origin)
      if (!isMoved) memory.forget(noted.referenceOf(row.index))
    })
  })
  return rest
}
