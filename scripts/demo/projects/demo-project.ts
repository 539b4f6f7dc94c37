import type { Scenario } from '../scenarios/reading.ts'

/** One project of the demo as it is created, and the life it leads. */
export interface DemoProject {
  /** Its external key, under which its signals are sent. */
  readonly key: string
  readonly name: string
  readonly kind: 'migration' | 'synchronization'
  readonly source: string
  readonly target: string
  readonly level: 'high' | 'medium' | 'low' | 'none'
  readonly tags: readonly string[]
  readonly life: Scenario
}

/** Every project of the demo has it, so that all can be found and deleted together. */
export const demoTag = 'demo'
