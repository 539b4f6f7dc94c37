import { parentPort, workerData } from 'node:worker_threads'
import { connect } from '@highwater/db/client'
import { carry } from './carried-error.ts'
import type { FromThread, SignalBatch, ThreadSettings, ToThread } from './messages.ts'
import { takeBatch } from './take-batch.ts'

/** As many batches are worked at once; the others wait as the bytes they came as. */
const connections = 6

/**
 * What another thread has handed over is otherwise kept until the whole heap is collected, and makes
 * that happen again and again.
 */
const letGo = ({ bytes }: SignalBatch) => bytes.buffer.transfer(0)

function run({ databaseUrl }: ThreadSettings): void {
  const port = parentPort
  if (port === null) throw new Error('This program runs as a thread of the web server only.')
  const db = connect(databaseUrl, { name: 'highwater-intake', maxConnections: connections })
  const underWay = new Set<Promise<void>>()
  const answer = (message: FromThread) => port.postMessage(message)
  const end = async () => {
    await Promise.all(underWay)
    await db.close()
    port.close()
  }
  port.on('message', (message: ToThread) => {
    if (message === 'end') {
      void end()
      return
    }
    const { id, batch } = message
    const done = takeBatch(db, batch)
      .then(
        (result) => answer({ id, result }),
        (error: unknown) => answer({ id, error: carry(error) }),
      )
      .finally(() => {
        underWay.delete(done)
        letGo(batch)
      })
    underWay.add(done)
  })
}

run(workerData)
