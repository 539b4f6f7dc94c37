import type { Instant, Millis, ProjectId } from '@highwater/core'
import { calmUntil, putOff } from '@highwater/core/alert'
import { thresholdsFor } from '@highwater/core/policy'
import {
  clockTolerance,
  isRunning,
  type Latency,
  type ProjectState,
  type SignalInput,
  statedLatency,
  usualIntervalAfter,
} from '@highwater/core/project'
import type { PolicyInForce } from '../current-policy.ts'
import type { IngestOptions } from './batch.ts'
import { numberAt, type PackedProjects, unpacked, watermarkAt } from './packed-projects.ts'
import type { ProjectTraits } from './project-traits.ts'
import type { JudgedFigure, QuietRow } from './quiet-row.ts'

/** What the signals of all projects with the same traits have in common. */
interface Outlook {
  readonly traits: ProjectTraits
  /** Null where no latency can alert, because nobody wants to hear of these projects. */
  readonly threshold: Millis | null
}

/** A signal that brings a figure, and says at most its state besides. */
export interface Figure {
  readonly latency: Latency
  /** As the sender says. */
  readonly observedAt: number
  readonly state: ProjectState | null
}

/** What must be null of a project whose next figure can be a figure and nothing else. */
const troubles = [
  numberAt.interruptedSince,
  numberAt.pausedSince,
  numberAt.advancingSince,
  numberAt.advancedAt,
  numberAt.clockAhead,
] as const

/**
 * Judges the signals of a batch that bring a figure to a project that runs and that nothing troubles:
 * nearly all there are. It answers what `judgeQuiet` would, straight from the packed numbers and
 * without the objects in between, which are most of what a batch would leave to the garbage collector.
 */
export class PlainJudge {
  readonly #projects: PackedProjects
  readonly #policy: PolicyInForce
  readonly #options: IngestOptions
  readonly #outlooks: (Outlook | null | undefined)[] = []
  readonly #watermark: number
  #time = ''
  #timeRead = Number.NaN

  constructor(projects: PackedProjects, policy: PolicyInForce, options: IngestOptions) {
    this.#projects = projects
    this.#policy = policy
    this.#options = options
    this.#watermark = watermarkAt(options.origin)
  }

  /** Null where more than a figure may have come, or where the project cannot be told so quickly. */
  judge(place: number, projectId: ProjectId, input: SignalInput): QuietRow | null {
    if (input.step !== undefined || input.message !== undefined) return null
    const latency = statedLatency(input, this.#policy.now)
    if (latency === null) return null
    const { state = null, id = null } = input
    const observedAt = this.#timeOf(input.observedAt)
    const judged = this.judgeFigure(place, { latency, observedAt, state })
    return judged && { projectId, ...judged, signalId: id, state, step: null, message: null }
  }

  /** As `judge`, of a signal that is known to bring a figure. */
  judgeFigure(place: number, { latency, observedAt: stated, state }: Figure): JudgedFigure | null {
    const page = this.#projects.pageOf(place)
    const start = this.#projects.startOf(place)
    const outlook = this.#outlookOf(page[start + numberAt.traits] ?? 0)
    if (outlook === null) return null
    const { traits, threshold } = outlook
    if (state !== null && state !== traits.state) return null
    for (const trouble of troubles) if (!Number.isNaN(page[start + trouble])) return null
    if (Number.isNaN(page[start + numberAt.caughtUpAt])) return null
    const { now, calming } = this.#policy
    if (stated > now + clockTolerance.clamp) return null
    const observedAt = Math.min(stated, now) as Instant
    const watermark = unpacked<Instant>(page[start + this.#watermark])
    if (watermark !== null && observedAt <= watermark) return null
    const usual = unpacked<Millis>(page[start + numberAt.usualInterval])
    const usualInterval = usualIntervalAfter(usual, watermark, observedAt)
    const dueAt = unpacked<Instant>(page[start + numberAt.dueAt])
    let putOffTo: Instant | null = null
    if (threshold !== null) {
      const interval = traits.expectedInterval ?? usualInterval
      const until = calmUntil({ latency, threshold, interval, calming }, now)
      if (until === null || dueAt === null || dueAt > until) return null
      putOffTo = putOff({ dueAt, until, interval }, now)
    }
    return {
      version: page[start + numberAt.version] ?? 0,
      latency,
      observedAt,
      receivedAt: now,
      usualInterval,
      dueAt: putOffTo ?? dueAt,
      putOffTo,
    }
  }

  #outlookOf(number: number): Outlook | null {
    const known = this.#outlooks[number]
    if (known !== undefined) return known
    const outlook = this.#lookOut(this.#projects.traitsOf(number))
    this.#outlooks[number] = outlook
    return outlook
  }

  #lookOut(traits: ProjectTraits | undefined): Outlook | null {
    if (traits === undefined || !isRunning(traits.state) || !traits.incremental) return null
    if (traits.openAlerts > 0 || traits.clockMarks > 0) return null
    if (!this.#options.mayWrite(traits)) return null
    const { level, kind, isWatched } = traits
    const thresholds = isWatched ? thresholdsFor(this.#policy.settings, level, kind) : null
    return { traits, threshold: thresholds?.latency ?? null }
  }

  /** Most signals of a batch were observed together. */
  #timeOf(text: string): number {
    if (text !== this.#time) {
      this.#time = text
      this.#timeRead = Date.parse(text)
    }
    return this.#timeRead
  }
}
