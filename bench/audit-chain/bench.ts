import { seedProjects } from '@highwater/db/testing'
import type { Bench } from '../bench.ts'
import { inTurn } from '../measure/in-turn.ts'
import { type BenchDatabase, withDatabase } from '../stack/with-database.ts'
import { writesPerSecond } from './writers.ts'

const writers = 50
/** Three rounds make a minute of each. */
const forMs = 20_000

export const bench: Bench = {
  purpose: `${writers} people change things at once, with the audit's chain and without it`,
  run: ({ serverUrl, rounds, stop }) =>
    withDatabase(serverUrl, (chained) =>
      withDatabase(serverUrl, async (plain) => {
        for (const { db } of [chained, plain]) await seedProjects(db, { count: writers })
        const rate = ({ url }: BenchDatabase, isChained: boolean) =>
          writesPerSecond({ url, writers, isChained, forMs, stop })
        const figures = await inTurn(rounds, {
          chained: () => rate(chained, true),
          plain: () => rate(plain, false),
        })
        return [
          {
            what: `audited changes by ${writers} writers, the chain verified after each round`,
            unit: '/s',
            figures: figures.chained,
            limit: { what: 'the same changes, audited without the chain', figures: figures.plain },
            goal: { of: 'ratio', atLeast: 0.7 },
          },
        ]
      }),
    ),
}
