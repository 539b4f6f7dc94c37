import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { JudgedFinding } from './finding.ts'
import type { Machine } from './machine.ts'

export interface BenchResult {
  readonly bench: string
  readonly rounds: number
  readonly load: { readonly before: number; readonly after: number }
  readonly findings: readonly JudgedFinding[]
}

export interface Results {
  readonly startedAt: string
  readonly machine: Machine
  readonly benches: readonly BenchResult[]
}

const folder = join(import.meta.dirname, '../results')

/** Writes one file per run and answers its path. */
export function saveResults(results: Results): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${results.startedAt.replaceAll(':', '-')}.json`)
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
  return file
}
