import { createSealer } from '@highwater/db/client'
import { adminContext, freshDatabase, renameTogether } from '@highwater/db/testing'
import { expect, inject, test } from 'vitest'
import { startWorkerProcess } from './worker-process.ts'

/** Under the id that every plain string has. */
const sealerOfOthers = createSealer([{ id: 'plain', key: new Uint8Array(32).fill(9) }])

test('a worker that is given the secret of another database does not start, and says which one it needs', async () => {
  const { db, url, close } = await freshDatabase(inject('postgresUrl'))
  try {
    await renameTogether(await adminContext(db, sealerOfOthers), 1)
    await expect(startWorkerProcess(url)).rejects.toThrow(
      'HIGHWATER_SECRET is not the one that this database was used with: its key "plain"',
    )
  } finally {
    await close()
  }
})
