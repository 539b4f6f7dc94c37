import type { Instant, Millis } from '@highwater/core'
import type { Latency } from '@highwater/core/project'
import type { SignalOrigin } from './fold.ts'
import type { KnownProject } from './known-projects.ts'
import { type ProjectTraits, TraitsTable } from './project-traits.ts'
import type { Advance } from './quiet-row.ts'

/** Which of a project's numbers is which. */
export const numberAt = {
  traits: 0,
  version: 1,
  clockAhead: 2,
  pushedWatermark: 3,
  collectedWatermark: 4,
  dueAt: 5,
  latency: 6,
  latencyObservedAt: 7,
  caughtUpAt: 8,
  interruptedSince: 9,
  pausedSince: 10,
  resumedAt: 11,
  lastSignalAt: 12,
  usualInterval: 13,
  advancingSince: 14,
  advancedAt: 15,
} as const
const width = 16
/** Room is taken for so many projects at a time. */
const projectsPerPage = 4_096
/** A sender that invents a step for each project must not fill the memory through this door. */
const mostTraits = 10_000

export const watermarkAt = (origin: SignalOrigin) =>
  origin === 'pushed' ? numberAt.pushedWatermark : numberAt.collectedWatermark

/** NaN stands for null. */
const packed = (value: number | null): number => value ?? Number.NaN
export const unpacked = <Unit extends number>(value: number | undefined): Unit | null =>
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
  readonly #traits = new TraitsTable(mostTraits)

  /** False when this project is none that can be packed; then the place holds nothing. */
  write(place: number, project: KnownProject): boolean {
    const { observation } = project
    const { latency } = observation
    const page = this.pageOf(place)
    const start = this.startOf(place)
    const traits = this.#traits.numberOf(project, page[start] ?? 0)
    // Free text differs from project to project. A project with words is one in trouble, or few are.
    if (traits === null || observation.message !== null) return false
    // One whose signals bring a latency only now and then has more to write than a quiet row says.
    if (observation.latencyHeardAt !== null || observation.latencyGap !== null) return false
    page[start] = traits
    page[start + numberAt.version] = project.version
    page[start + numberAt.clockAhead] = packed(observation.clockAhead)
    page[start + numberAt.pushedWatermark] = packed(project.pushedWatermark)
    page[start + numberAt.collectedWatermark] = packed(project.collectedWatermark)
    page[start + numberAt.dueAt] = packed(project.dueAt)
    page[start + numberAt.latency] =
      latency?.type === 'position' ? latency.appliedUpTo : (latency?.behind ?? 0)
    page[start + numberAt.latencyObservedAt] = packed(observation.latencyObservedAt)
    page[start + numberAt.caughtUpAt] = packed(observation.caughtUpAt)
    page[start + numberAt.interruptedSince] = packed(observation.interruptedSince)
    page[start + numberAt.pausedSince] = packed(observation.pausedSince)
    page[start + numberAt.resumedAt] = packed(observation.resumedAt)
    page[start + numberAt.lastSignalAt] = packed(observation.lastSignalAt)
    page[start + numberAt.usualInterval] = packed(observation.usualInterval)
    page[start + numberAt.advancingSince] = packed(observation.advancingSince)
    page[start + numberAt.advancedAt] = packed(observation.advancedAt)
    return true
  }

  versionAt(place: number): number | undefined {
    return this.pageOf(place)[this.startOf(place) + numberAt.version]
  }

  /**
   * Writes what a quiet signal moves, and nothing else: as the statement in `write-quiet.ts` does.
   * False when it tells another kind of latency than the signals before; then the place is as before.
   */
  advance(place: number, row: Advance, origin: SignalOrigin): boolean {
    const page = this.pageOf(place)
    const start = this.startOf(place)
    const { latency, observedAt } = row
    if (this.#traits.at(page[start] ?? 0)?.latency !== latency.type) return false
    page[start + numberAt.version] = row.version + 1
    page[start + watermarkAt(origin)] = observedAt
    page[start + numberAt.dueAt] = packed(row.dueAt)
    page[start + numberAt.latency] =
      latency.type === 'position' ? latency.appliedUpTo : latency.behind
    page[start + numberAt.latencyObservedAt] = observedAt
    page[start + numberAt.lastSignalAt] = row.receivedAt
    page[start + numberAt.usualInterval] = packed(row.usualInterval)
    return true
  }

  read(place: number, id: KnownProject['id']): KnownProject | undefined {
    const page = this.pageOf(place)
    const start = this.startOf(place)
    const traits = this.#traits.at(page[start] ?? 0)
    if (traits === undefined) return undefined
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
      version: page[start + numberAt.version] ?? 0,
      pushedWatermark: unpacked(page[start + numberAt.pushedWatermark]),
      collectedWatermark: unpacked(page[start + numberAt.collectedWatermark]),
      dueAt: unpacked(page[start + numberAt.dueAt]),
      observation: {
        state: traits.state,
        incremental: traits.incremental,
        step: traits.step,
        latency: latencyFrom(traits.latency, page[start + numberAt.latency] ?? 0),
        latencyObservedAt: unpacked(page[start + numberAt.latencyObservedAt]),
        latencyHeardAt: null,
        latencyGap: null,
        caughtUpAt: unpacked(page[start + numberAt.caughtUpAt]),
        interruptedSince: unpacked(page[start + numberAt.interruptedSince]),
        pausedSince: unpacked(page[start + numberAt.pausedSince]),
        resumedAt: unpacked(page[start + numberAt.resumedAt]),
        lastSignalAt: unpacked(page[start + numberAt.lastSignalAt]),
        usualInterval: unpacked(page[start + numberAt.usualInterval]),
        advancingSince: unpacked(page[start + numberAt.advancingSince]),
        advancedAt: unpacked(page[start + numberAt.advancedAt]),
        clockAhead: unpacked(page[start + numberAt.clockAhead]),
        clockMarks: traits.clockMarks,
        message: null,
      },
    }
  }

  traitsOf(number: number): ProjectTraits | undefined {
    return this.#traits.at(number)
  }

  /** Where the numbers of a place begin in its page. */
  startOf(place: number): number {
    return (place % projectsPerPage) * width
  }

  pageOf(place: number): Float64Array {
    const index = Math.floor(place / projectsPerPage)
    const page = this.#pages[index] ?? new Float64Array(width * projectsPerPage)
    this.#pages[index] = page
    return page
  }
}
