import type { ProjectId } from '@highwater/core'
import type { ProjectMemory } from './project-memory.ts'
import type { ScannedFigures } from './scan-figures.ts'

const idLength = 36

/** Whether the id that begins here comes before the one that begins there. */
function isBefore(bytes: Uint8Array, here: number, there: number): boolean {
  for (let at = 0; at < idLength; at += 1) {
    const difference = (bytes[here + at] ?? 0) - (bytes[there + at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}

/** The projects of a batch as they were remembered when it began, signal by signal. */
export class NotedProjects {
  readonly #memory: ProjectMemory
  readonly #figures: ScannedFigures
  readonly #places: Int32Array
  readonly #versions: Int32Array
  readonly #forgotten: number
  /** Null where each reference is the id itself, and all stand in order already. */
  #ids: readonly ProjectId[] | null = null
  readonly #order: Uint16Array

  private constructor(memory: ProjectMemory, figures: ScannedFigures) {
    this.#memory = memory
    this.#figures = figures
    this.#places = new Int32Array(figures.count)
    this.#versions = new Int32Array(figures.count)
    this.#forgotten = memory.forgotten
    this.#order = Uint16Array.from({ length: figures.count }, (_, index) => index)
  }

  /** Null unless all are remembered, and each is named once: order is then nobody's concern. */
  static of(memory: ProjectMemory, figures: ScannedFigures): NotedProjects | null {
    const noted = new NotedProjects(memory, figures)
    return noted.#find() && noted.#sort() ? noted : null
  }

  /** Their places in the batch, in the order in which all batches lock the rows that they update. */
  get order(): Uint16Array {
    return this.#order
  }

  /** Whether the references in the batch are the ids, written as the database writes them. */
  get namesIds(): boolean {
    return this.#ids === null
  }

  placeOf(index: number): number {
    return this.#places[index] ?? 0
  }

  referenceOf(index: number): string {
    const { bytes, projectFrom, projectTo } = this.#figures
    return bytes.toString('latin1', projectFrom[index], projectTo[index])
  }

  idOf(index: number): ProjectId {
    return this.#ids?.[index] ?? (this.referenceOf(index) as ProjectId)
  }

  /** Whether what is remembered is what it was, pauses later. */
  isStill(index: number): boolean {
    const place = this.placeOf(index)
    if (this.#memory.projects.versionAt(place) !== this.#versions[index]) return false
    if (this.#memory.forgotten === this.#forgotten) return true
    const { bytes, projectFrom, projectTo } = this.#figures
    return this.#memory.isStillAt(place, bytes, projectFrom[index] ?? 0, projectTo[index] ?? 0)
  }

  /** Whether all are remembered. */
  #find(): boolean {
    const { count, bytes, projectFrom, projectTo } = this.#figures
    for (let index = 0; index < count; index += 1) {
      const from = projectFrom[index] ?? 0
      const place = this.#memory.placeIn(bytes, from, projectTo[index] ?? 0)
      if (place === undefined) return false
      this.#places[index] = place
      this.#versions[index] = this.#memory.projects.versionAt(place) ?? 0
    }
    return true
  }

  /** Puts them in order, which makes neighbours of equals; whether there are none. */
  #sort(): boolean {
    if (this.#isSorted()) return true
    const ids = Array.from(this.#places, (place, index) =>
      this.#memory.idAt(place, this.referenceOf(index)),
    )
    const idAt = (index: number | undefined): string => ids[index ?? -1] ?? ''
    this.#ids = ids
    this.#order.sort((a, b) => (idAt(a) < idAt(b) ? -1 : 1))
    return this.#order.every((index, at) => at === 0 || idAt(index) !== idAt(this.#order[at - 1]))
  }

  /** Whether each reference is an id, and comes after the one before it: many senders list them so. */
  #isSorted(): boolean {
    const { count, bytes, projectFrom } = this.#figures
    for (let index = 0; index < count; index += 1) {
      if (this.#memory.idBehindKeyAt(this.placeOf(index)) !== undefined) return false
      if (index === 0) continue
      if (!isBefore(bytes, projectFrom[index - 1] ?? 0, projectFrom[index] ?? 0)) return false
    }
    return true
  }
}
