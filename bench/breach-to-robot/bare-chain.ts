import { startWebhookFake } from '@highwater/channels/testing'
import postgres from 'postgres'
import { Agent } from 'undici'
import { createPassages } from './passages.ts'

export interface BareChain {
  /** Milliseconds from one commit to the request it causes. */
  readonly measureOnce: () => Promise<number>
  readonly close: () => Promise<void>
}

/**
 * The machine's limit: what every solution with a durable outbox has to do. A row and its notice are
 * committed; whoever hears the notice commits a claim and posts.
 */
export async function startBareChain(url: string): Promise<BareChain> {
  const sql = postgres(url, { max: 2, onnotice: () => undefined })
  const agent = new Agent({ keepAliveTimeout: 60_000 })
  const passages = createPassages()
  const endpoint = await startWebhookFake({
    answer({ text }) {
      passages.arrived(text, performance.now())
      return { status: 200, body: '' }
    },
  })
  await sql`create table bare_outbox (id int primary key, claimed_at timestamptz)`
  const post = async (id: string) => {
    await sql`update bare_outbox set claimed_at = now() where id = ${id}`
    const { body } = await agent.request({
      origin: endpoint.url,
      path: '/',
      method: 'POST',
      body: id,
    })
    await body.dump()
  }
  // A lost post shows as a passage that never ends, which the measurement reports.
  await sql.listen('bare_outbox', (id) => void post(id).catch(() => undefined))
  let next = 0
  return {
    async measureOnce() {
      next += 1
      const id = String(next)
      await sql.begin(async (tx) => {
        await tx`insert into bare_outbox (id) values (${id})`
        await tx`select pg_notify('bare_outbox', ${id})`
      })
      passages.answered(id, performance.now())
      const [length] = await passages.take(5_000)
      return length ?? 0
    },
    async close() {
      await sql.end()
      await agent.close()
      await endpoint.close()
    },
  }
}
