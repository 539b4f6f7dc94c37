import { faultsOf } from '@highwater/core'
import { isSignalInput, type SignalInput, signalInput } from '@highwater/core/project'
import type { ParsedSignal, RejectedSignal } from './batch.ts'

function wordsFor(error: Parameters<typeof faultsOf>[0]): string {
  const faults = faultsOf(error)
  return faults.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(' ')
}

/** The signals that have the right shape; of every other, what is wrong with it joins `rejected`. */
export function parseSignals(
  signals: readonly unknown[],
  rejected: RejectedSignal[],
): ParsedSignal[] {
  const parsed: ParsedSignal[] = []
  for (const [index, raw] of signals.entries()) {
    const input = isSignalInput(raw) ? raw : readSlowly(index, raw, rejected)
    if (input !== null) parsed.push({ index, input })
  }
  return parsed
}

function readSlowly(index: number, raw: unknown, rejected: RejectedSignal[]): SignalInput | null {
  const result = signalInput.safeParse(raw)
  if (result.success) return result.data
  rejected.push({ index, code: 'invalid', message: wordsFor(result.error) })
  return null
}
