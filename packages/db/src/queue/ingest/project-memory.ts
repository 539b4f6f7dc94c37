import type { SignalOrigin } from './fold.ts'
import type { KnownProject } from './known-projects.ts'
import { PackedProjects } from './packed-projects.ts'
import type { QuietRow } from './quiet-row.ts'

/**
 * What this process last read or wrote of the projects it hears of, under the references that name
 * them. It may be out of date and is never believed: whoever writes names the version it rests on.
 */
export class ProjectMemory {
  readonly #places = new Map<string, number>()
  readonly #packed = new PackedProjects()
  readonly #free: number[] = []
  readonly #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  recall(reference: string): KnownProject | undefined {
    const place = this.#places.get(reference)
    return place === undefined ? undefined : this.#packed.read(place)
  }

  /** The version under which a project is remembered. */
  versionOf(reference: string): number | undefined {
    const place = this.#places.get(reference)
    return place === undefined ? undefined : this.#packed.versionAt(place)
  }

  /** Moves what is remembered of a project as a quiet signal has moved its row. */
  advance(reference: string, row: QuietRow, origin: SignalOrigin): void {
    const place = this.#places.get(reference)
    if (place === undefined || this.#packed.versionAt(place) !== row.version) return
    if (!this.#packed.advance(place, row, origin)) this.forget(reference)
  }

  /**
   * Keeps it while there is room. What is there stays: senders take turns, and whoever evicts the
   * longest unheard of evicts the very project whose turn comes next.
   */
  keep(reference: string, project: KnownProject): void {
    const known = this.#places.get(reference)
    if (known === undefined && this.#places.size >= this.#capacity) return
    // Places are given away from the start, so without free ones the next is as many as are taken.
    const place = known ?? this.#free.pop() ?? this.#places.size
    if (known === undefined) this.#places.set(reference, place)
    if (!this.#packed.write(place, project)) this.forget(reference)
  }

  forget(reference: string): void {
    const place = this.#places.get(reference)
    if (place === undefined) return
    this.#places.delete(reference)
    this.#free.push(place)
  }
}
