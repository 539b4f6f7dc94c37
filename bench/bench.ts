import type { Finding } from './measure/finding.ts'

/** What a bench is given. */
export interface Stage {
  /** A PostgreSQL on which databases may be made and dropped. */
  readonly serverUrl: string
  readonly rounds: number
  /** Of the load under which memory is watched. */
  readonly minutes: number
  /** False leaves the web server out and hands signals straight to the database's door. */
  readonly withWeb: boolean
  /** Aborted when the person wants no more: a bench then throws out of its next step. */
  readonly stop: AbortSignal
  readonly tell: (line: string) => void
}

export interface Bench {
  readonly purpose: string
  readonly run: (stage: Stage) => Promise<readonly Finding[]>
}
