import { parentPort } from 'node:worker_threads'
import type { ToThread } from '../src/intake/messages.ts'

/** Stands in for the thread that takes signals in: does as the body says. */
parentPort?.on('message', (message: ToThread) => {
  if (message === 'end') {
    parentPort?.close()
    return
  }
  const { id, batch } = message
  const wish = new TextDecoder().decode(batch.bytes)
  if (wish === 'break') throw new Error('broken as wished')
  const result = { accepted: 1, duplicates: 0, late: 0, rejected: [] }
  if (wish === 'answer') parentPort?.postMessage({ id, result })
})
