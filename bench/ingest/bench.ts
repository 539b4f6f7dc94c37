import type { Bench } from '../bench.ts'
import type { Finding } from '../measure/finding.ts'
import { inTurn } from '../measure/in-turn.ts'
import { seedInPortions } from '../stack/seed-in-portions.ts'
import { type Sender, sendDirectly, sendOverHttp } from '../stack/sender.ts'
import { withStack } from '../stack/start-stack.ts'
import { withDatabase } from '../stack/with-database.ts'
import { createBareTable } from './bare-upsert.ts'
import { batchesOf, batchSize } from './batches.ts'
import { rateOf } from './rate.ts'

const projectCount = 100_000
const connectionCounts = [1, 2] as const

export const bench: Bench = {
  purpose: `signals of ${projectCount.toLocaleString('en')} projects in batches of ${batchSize.toLocaleString('en')}, against the bare upsert of the same rows`,
  run: ({ serverUrl, rounds, withWeb, stop, tell }) =>
    withDatabase(serverUrl, async ({ url, db }) => {
      tell('seeding')
      const ids = await seedInPortions(db, projectCount, stop)
      const nextBatch = batchesOf(ids)
      const bare = await createBareTable(url, ids)
      const compare = async (what: string, sender: Sender, goal: boolean): Promise<Finding[]> => {
        const findings: Finding[] = []
        tell(`${what}: two signals of each project first: the second one teaches its interval`)
        for (let sent = 0; sent < 2 * ids.length; sent += batchSize) await sender.send(nextBatch())
        await db.sql`vacuum analyze project_state`
        for (const inFlight of connectionCounts) {
          const load = { inFlight, nextBatch, stop }
          const figures = await inTurn(rounds, {
            ours: () => rateOf({ ...load, send: sender.send }),
            bare: () => rateOf({ ...load, send: bare.upsert }),
          })
          findings.push({
            what: `${what}, ${inFlight} in flight`,
            unit: '/s',
            figures: figures.ours,
            limit: { what: `bare upsert, ${inFlight} in flight`, figures: figures.bare },
            ...(goal ? { goal: { of: 'ratio', atLeast: 0.4 } as const } : {}),
          })
        }
        return findings
      }
      try {
        const withoutHttp = await compare('without HTTP', sendDirectly(db), false)
        if (!withWeb) return withoutHttp
        const throughApi = await withStack({ databaseUrl: url, withWeb, stop }, async (stack) => {
          const sender = sendOverHttp(stack)
          return compare('POST /signals', sender, true).finally(sender.close)
        })
        return [...throughApi, ...withoutHttp]
      } finally {
        await bare.close()
      }
    }),
}
