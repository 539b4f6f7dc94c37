import type { ParsedSignal } from './batch.ts'

/** The projects that signals name, each once. */
export const namesOf = (signals: readonly ParsedSignal[]): string[] => [
  ...new Set(signals.map(({ input }) => input.project)),
]
