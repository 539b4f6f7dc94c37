import { createHash } from 'node:crypto'
import type { Instant } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'

/** What a sender came to know beside its settings, and when it is good for nothing any more. */
export interface Remembered {
  readonly text: string
  readonly until: Instant
}

export type Found = Remembered | { readonly refused: SendOutcome }

/**
 * What senders remember from one message to the next, the same for all workers and sealed like
 * secrets. It never throws: what cannot be kept has to be found out again.
 */
export interface MemoryPort {
  recall(key: string): Promise<Remembered | null>
  keep(key: string, remembered: Remembered): Promise<void>
  /** Forgets it, unless somebody has replaced it meanwhile. */
  forget(key: string, text: string): Promise<void>
  /** What is remembered, else what `find` finds; while it does, everybody else waits for that. */
  recallOrFind(key: string, find: () => Promise<Found>): Promise<Found>
}

/** A key as the port wants it: a UUID made of what is remembered and of whom. */
export function memoryKey(...parts: readonly unknown[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex')
  return hex.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
