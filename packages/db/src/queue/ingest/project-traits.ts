import type { Latency, Observation } from '@highwater/core/project'
import type { KnownProject } from './known-projects.ts'

/** What one project has in common with many others. */
export interface ProjectTraits
  extends Pick<
      KnownProject,
      | 'kind'
      | 'level'
      | 'department'
      | 'expectedInterval'
      | 'alertBeforeCatchUp'
      | 'openAlerts'
      | 'isWatched'
      | 'stepState'
    >,
    Pick<Observation, 'state' | 'incremental' | 'step' | 'clockMarks'> {
  readonly latency: Latency['type'] | null
}

const traitsOf = ({ observation, ...project }: KnownProject): ProjectTraits => ({
  kind: project.kind,
  level: project.level,
  department: project.department,
  expectedInterval: project.expectedInterval,
  alertBeforeCatchUp: project.alertBeforeCatchUp,
  openAlerts: project.openAlerts,
  isWatched: project.isWatched,
  stepState: project.stepState,
  state: observation.state,
  incremental: observation.incremental,
  step: observation.step,
  clockMarks: observation.clockMarks,
  latency: observation.latency?.type ?? null,
})

const isLike = (traits: ProjectTraits, project: KnownProject): boolean =>
  traits.state === project.observation.state &&
  traits.step === project.observation.step &&
  traits.stepState === project.stepState &&
  traits.incremental === project.observation.incremental &&
  traits.clockMarks === project.observation.clockMarks &&
  traits.latency === (project.observation.latency?.type ?? null) &&
  traits.kind === project.kind &&
  traits.level === project.level &&
  traits.department === project.department &&
  traits.expectedInterval === project.expectedInterval &&
  traits.alertBeforeCatchUp === project.alertBeforeCatchUp &&
  traits.openAlerts === project.openAlerts &&
  traits.isWatched === project.isWatched

/** Every combination of traits once, under a number. Takes no more combinations than it may hold. */
export class TraitsTable {
  readonly #rows: ProjectTraits[] = []
  readonly #numbers = new Map<string, number>()
  readonly #capacity: number

  constructor(capacity: number) {
    this.#capacity = capacity
  }

  at(number: number): ProjectTraits | undefined {
    return this.#rows[number]
  }

  /**
   * The number of these traits, null when there is no room for them.
   * @param likely the number under which this project was kept before: nearly always still right
   */
  numberOf(project: KnownProject, likely: number): number | null {
    const before = this.#rows[likely]
    if (before && isLike(before, project)) return likely
    const traits = traitsOf(project)
    const key = JSON.stringify(traits)
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    if (this.#rows.length >= this.#capacity) return null
    this.#numbers.set(key, this.#rows.push(traits) - 1)
    return this.#rows.length - 1
  }
}
