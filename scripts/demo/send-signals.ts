import type { ApiClient } from './api-client.ts'
import type { DemoSignal } from './signals-at.ts'

interface SignalsAnswer {
  readonly accepted: number
  readonly rejected: readonly { readonly message: string }[]
}

const batchSize = 1_000

/** Sends in batches as large as the API takes; a signal that is refused ends the demo with the reason. */
export async function sendSignals(api: ApiClient, signals: readonly DemoSignal[]): Promise<void> {
  for (let start = 0; start < signals.length; start += batchSize) {
    const batch = signals.slice(start, start + batchSize)
    const { rejected } = await api.post<SignalsAnswer>('/signals', { signals: batch })
    const [first] = rejected
    if (first) throw new Error(`${rejected.length} signals were refused: ${first.message}`)
  }
}
