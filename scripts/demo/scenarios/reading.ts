/** What a project says of itself at one moment, in the words of the API. */
export interface Reading {
  readonly latencySeconds?: number
  readonly state?: 'running' | 'monitoring' | 'interrupted' | 'failed' | 'paused' | 'finished'
  readonly step?: { readonly name: string; readonly state: 'running' | 'monitoring' | 'finished' }
  readonly message?: string
}

/** The moment of a reading. */
export interface Moment {
  /** Seconds since the demo began; negative in the past that is filled in before it. */
  readonly elapsed: number
  /** Of the day, in seconds since midnight UTC: load follows the working day. */
  readonly timeOfDay: number
}

/**
 * The life of one project. The same moment and seed always give the same reading; null is silence.
 * Before the demo begins every life is quiet.
 */
export type Scenario = (moment: Moment, seed: number) => Reading | null
