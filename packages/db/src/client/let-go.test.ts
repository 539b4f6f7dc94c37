import { setImmediate as turn } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'

type Collect = (options?: { readonly type: 'minor' }) => void

let fresh: FreshDatabase
let collect: Collect
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  setFlagsFromString('--expose-gc')
  collect = runInNewContext('gc')
})
afterAll(() => fresh.close())

const size = 100_000
/** Flat text of its own: what is put together of parts would be shared. */
const text = () => Buffer.alloc(size, 'a').toString('latin1')

describe('What the driver has done', () => {
  it('leaves a query and its parameters to the next small collection', async () => {
    const ask = async () => {
      await fresh.db.sql`select length(${text()}::text)`
      for (let times = 0; times < 2; times += 1) collect({ type: 'minor' })
    }
    for (let times = 0; times < 20; times += 1) await ask()
    collect()
    const before = process.memoryUsage().heapUsed
    for (let times = 0; times < 50; times += 1) await ask()
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(20 * size)
  })

  it('leaves nothing of a transaction on the connection that it had', async () => {
    const remembered = async () => {
      const result = { text: text() }
      await fresh.db.sql.begin(async (tx) => {
        await tx`select 1`
        return result
      })
      return new WeakRef(result)
    }
    // What has run once only may still lie where the interpreter had it.
    const [, , reference] = [await remembered(), await remembered(), await remembered()]
    await turn()
    collect()
    expect(reference?.deref()?.text.length).toBeUndefined()
  })
})
