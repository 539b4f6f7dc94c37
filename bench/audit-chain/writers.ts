import type { ProjectId } from '@highwater/core'
import { connect } from '@highwater/db/client'
import { auditedWrite, contextOf, verifyAudit } from '@highwater/db/testing'

export interface Writing {
  readonly url: string
  readonly writers: number
  readonly isChained: boolean
  readonly forMs: number
  readonly stop: AbortSignal
}

/** Writes per second of so many people at once, each with a project and a connection of their own. */
export async function writesPerSecond(writing: Writing): Promise<number> {
  const { url, writers, isChained, forMs, stop } = writing
  const db = connect(url, { name: 'bench', maxConnections: writers + 2 })
  try {
    const context = contextOf(db, { type: 'system', job: 'bench' })
    const rows = await db.sql<{ id: ProjectId }[]>`select id from project limit ${writers}`
    const ids = rows.map(({ id }) => id)
    if (ids.length < writers) throw new Error(`There are ${ids.length} projects only.`)
    let writes = 0
    const write = async (id: ProjectId, until: number) => {
      for (let turn = 0; performance.now() < until && !stop.aborted; turn += 1) {
        await auditedWrite(context, id, `orders ${id.slice(-6)} ${turn}`, isChained)
        writes += 1
      }
    }
    const spin = (ms: number) => {
      const until = performance.now() + ms
      return Promise.all(ids.map((id) => write(id, until)))
    }
    await spin(1_000)
    writes = 0
    const began = performance.now()
    await spin(forMs)
    const seconds = (performance.now() - began) / 1_000
    stop.throwIfAborted()
    if (isChained) await expectIntact(db, context.sealer)
    return writes / seconds
  } finally {
    await db.close()
  }
}

async function expectIntact(...[db, sealer]: Parameters<typeof verifyAudit>): Promise<void> {
  const { isIntact, fault, checked } = await verifyAudit(db, sealer)
  if (!isIntact) throw new Error(`The chain of ${checked} is broken: ${JSON.stringify(fault)}`)
}
