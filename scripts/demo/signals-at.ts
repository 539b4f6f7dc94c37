import type { DemoProject } from './projects/demo-project.ts'
import type { Reading } from './scenarios/reading.ts'

/** One element of the body of `POST /api/v1/signals`. */
export interface DemoSignal extends Reading {
  readonly project: string
  readonly observedAt: string
}

export interface Demo {
  readonly projects: readonly DemoProject[]
  readonly seed: number
  /** When it began, in milliseconds since 1970. */
  readonly startedAt: number
}

const dayMs = 86_400_000

/** What all projects say at one moment; those that are silent are left out. */
export function signalsAt({ projects, seed, startedAt }: Demo, at: number): DemoSignal[] {
  const moment = { elapsed: (at - startedAt) / 1_000, timeOfDay: (at % dayMs) / 1_000 }
  const observedAt = new Date(at).toISOString()
  return projects.flatMap((project, index) => {
    const reading = project.life(moment, seed + index)
    return reading === null ? [] : [{ project: project.key, observedAt, ...reading }]
  })
}

const pastMs = 3_600_000
const pastStepMs = 30_000

/** The quiet hour before the demo, oldest first, so that charts are not empty. */
export function signalsOfThePast(demo: Demo): DemoSignal[] {
  const signals: DemoSignal[] = []
  for (let before = pastMs; before >= pastStepMs; before -= pastStepMs) {
    signals.push(...signalsAt(demo, demo.startedAt - before))
  }
  return signals
}
