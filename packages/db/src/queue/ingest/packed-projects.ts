import type { Instant, Millis } from '@highwater/core'
import type { Latency } from '@highwater/core/project'
import type { SignalOrigin } from './fold.ts'
import type { KnownProject } from './known-projects.ts'
import { TraitsTable } from './project-traits.ts'
import type { QuietRow } from './quiet-row.ts'

/** How many numbers a project takes; `write` and `read` agree on their order. */
const width = 16
/** Room is taken for so many projects at a time. */
const projectsPerPage = 4_096
/** A sender that invents a step for each project must not fill the memory through this door. */
const mostTraits = 10_000

/** NaN stands for null. */
const packed = (value: number | null): number => value ?? Number.NaN
const unpacked = <Unit extends number>(value: number | undefined): Unit | null =>
  value === undefined || Number.isNaN(value) ? null : (value as Unit)

function latencyFrom(type: Latency['type'] | null, value: number): Latency | null {
  if (type === null) return null
  return type === 'gauge'
    ? { type, behind: value as Millis }
    : { type, appliedUpTo: value as Instant }
}

/**
 * Projects as plain numbers, a numbered place for each: a seventh of what the objects would take,
 * and nothing that the garbage collector has to walk through.
 */
export class PackedProjects {
  readonly #pages: Float64Array[] = []
  readonly #ids: KnownProject['id'][] = []
  readonly #traits = new TraitsTable(mostTraits)

  /** False when this project is none that can be packed; then the place holds nothing. */
  write(place: number, project: KnownProject): boolean {
    const { observation } = project
    const { latency } = observation
    const page = this.#pageOf(place)
    const start = (place % projectsPerPage) * width
    const traits = this.#traits.numberOf(project, page[start] ?? 0)
    // Free text differs from project to project. A project with words is one in trouble, or few are.
    if (traits === null || observation.message !== null) return false
    this.#ids[place] = project.id
    page[start] = traits
    page[start + 1] = project.version
    page[start + 2] = packed(observation.clockAhead)
    page[start + 3] = packed(project.pushedWatermark)
    page[start + 4] = packed(project.collectedWatermark)
    page[start + 5] = packed(project.dueAt)
    page[start + 6] = latency?.type === 'position' ? latency.appliedUpTo : (latency?.behind ?? 0)
    page[start + 7] = packed(observation.latencyObservedAt)
    page[start + 8] = packed(observation.caughtUpAt)
    page[start + 9] = packed(observation.interruptedSince)
    page[start + 10] = packed(observation.pausedSince)
    page[start + 11] = packed(observation.resumedAt)
    page[start + 12] = packed(observation.lastSignalAt)
    page[start + 13] = packed(observation.usualInterval)
    page[start + 14] = packed(observation.advancingSince)
    page[start + 15] = packed(observation.advancedAt)
    return true
  }

  versionAt(place: number): number | undefined {
    return this.#pageOf(place)[(place % projectsPerPage) * width + 1]
  }

  /**
   * Writes what a quiet signal moves, and nothing else: as the statement in `write-quiet.ts` does.
   * False when it tells another kind of latency than the signals before; then the place is as before.
   */
  advance(place: number, row: QuietRow, origin: SignalOrigin): boolean {
    const page = this.#pageOf(place)
    const start = (place % projectsPerPage) * width
    const { latency, observedAt } = row
    if (this.#traits.at(page[start] ?? 0)?.latency !== latency.type) return false
    page[start + 1] = row.version + 1
    page[start + (origin === 'pushed' ? 3 : 4)] = observedAt
    page[start + 6] = latency.type === 'position' ? latency.appliedUpTo : latency.behind
    page[start + 7] = observedAt
    page[start + 12] = row.receivedAt
    page[start + 13] = packed(row.usualInterval)
    return true
  }

  read(place: number): KnownProject | undefined {
    const id = this.#ids[place]
    const page = this.#pageOf(place)
    const start = (place % projectsPerPage) * width
    const traits = this.#traits.at(page[start] ?? 0)
    if (id === undefined || traits === undefined) return undefined
    return {
      id,
      kind: traits.kind,
      level: traits.level,
      department: traits.department,
      expectedInterval: traits.expectedInterval,
      alertBeforeCatchUp: traits.alertBeforeCatchUp,
      openAlerts: traits.openAlerts,
      isWatched: traits.isWatched,
      stepState: traits.stepState,
      // One that turns out to be deleted is forgotten.
      isDeleted: false,
      version: page[start + 1] ?? 0,
      pushedWatermark: unpacked(page[start + 3]),
      collectedWatermark: unpacked(page[start + 4]),
      dueAt: unpacked(page[start + 5]),
      observation: {
        state: traits.state,
        incremental: traits.incremental,
        step: traits.step,
        latency: latencyFrom(traits.latency, page[start + 6] ?? 0),
        latencyObservedAt: unpacked(page[start + 7]),
        caughtUpAt: unpacked(page[start + 8]),
        interruptedSince: unpacked(page[start + 9]),
        pausedSince: unpacked(page[start + 10]),
        resumedAt: unpacked(page[start + 11]),
        lastSignalAt: unpacked(page[start + 12]),
        usualInterval: unpacked(page[start + 13]),
        advancingSince: unpacked(page[start + 14]),
        advancedAt: unpacked(page[start + 15]),
        clockAhead: unpacked(page[start + 2]),
        clockMarks: traits.clockMarks,
        message: null,
      },
    }
  }

  #pageOf(place: number): Float64Array {
    const index = Math.floor(place / projectsPerPage)
    const page = this.#pages[index] ?? new Float64Array(width * projectsPerPage)
    this.#pages[index] = page
    return page
  }
}
