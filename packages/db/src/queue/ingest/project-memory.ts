import type { ProjectId } from '@highwater/core'
import type { SignalOrigin } from './fold.ts'
import type { KnownProject } from './known-projects.ts'
import { PackedProjects } from './packed-projects.ts'
import type { QuietRow } from './quiet-row.ts'
import { ReferencePlaces } from './reference-places.ts'

/**
 * What this process last read or wrote of the projects it hears of, under the references that name
 * them. It may be out of date and is never believed: whoever writes names the version it rests on.
 */
export class ProjectMemory {
  readonly projects = new PackedProjects()
  readonly #places: ReferencePlaces
  /** Of the places whose reference is an external key. */
  readonly #ids = new Map<number, ProjectId>()
  readonly #free: number[] = []
  readonly #capacity: number
  #forgotten = 0

  constructor(capacity: number) {
    this.#capacity = capacity
    this.#places = new ReferencePlaces(capacity)
  }

  /** Where a project is kept: valid until the next pause, for it may be forgotten then. */
  placeOf(reference: string): number | undefined {
    return this.#places.find(reference)
  }

  /** As `placeOf`, of a reference that stands in these bytes, all of them ASCII. */
  placeIn(bytes: Uint8Array, from: number, to: number): number | undefined {
    return this.#places.findIn(bytes, from, to)
  }

  /** How often a project has been forgotten. While this stays as it is, every place keeps its reference. */
  get forgotten(): number {
    return this.#forgotten
  }

  /** After a pause: whether nobody else has been given the place that the reference in these bytes had. */
  isStillAt(place: number, bytes: Uint8Array, from: number, to: number): boolean {
    return this.#places.isKeptAt(place, bytes, from, to)
  }

  /** The id of the project that is kept there under that reference. */
  idAt(place: number, reference: string): ProjectId {
    return this.idBehindKeyAt(place) ?? (reference as ProjectId)
  }

  /** The id of the project that is kept there under an external key; undefined where its id is the reference. */
  idBehindKeyAt(place: number): ProjectId | undefined {
    return this.#ids.get(place)
  }

  recall(reference: string): KnownProject | undefined {
    const place = this.placeOf(reference)
    return place === undefined ? undefined : this.projects.read(place, this.idAt(place, reference))
  }

  /** The version under which a project is remembered. */
  versionOf(reference: string): number | undefined {
    const place = this.placeOf(reference)
    return place === undefined ? undefined : this.projects.versionAt(place)
  }

  /** Moves what is remembered of a project as a quiet signal has moved its row. */
  advance(reference: string, row: QuietRow, origin: SignalOrigin): void {
    const place = this.placeOf(reference)
    if (place === undefined || this.projects.versionAt(place) !== row.version) return
    if (!this.projects.advance(place, row, origin)) this.forget(reference)
  }

  /**
   * Keeps it while there is room. What is there stays: senders take turns, and whoever evicts the
   * longest unheard of evicts the very project whose turn comes next.
   */
  keep(reference: string, project: KnownProject): void {
    const known = this.placeOf(reference)
    if (known === undefined && this.#places.size >= this.#capacity) return
    // Places are given away from the start, so without free ones the next is as many as are taken.
    const place = known ?? this.#free.pop() ?? this.#places.size
    if (known === undefined) this.#places.add(reference, place)
    if (reference !== project.id) this.#ids.set(place, project.id)
    if (!this.projects.write(place, project)) this.forget(reference)
  }

  forget(reference: string): void {
    const place = this.placeOf(reference)
    if (place === undefined) return
    this.#forgotten += 1
    this.#places.delete(reference)
    this.#ids.delete(place)
    this.#free.push(place)
  }
}
