import type { Bench } from '../bench.ts'
import type { Finding } from '../measure/finding.ts'
import { inTurn } from '../measure/in-turn.ts'
import { withDatabase } from '../stack/with-database.ts'
import { emptyTransactionMs, idleCycleMs } from './cycle.ts'
import { dueCyclesMs, putOffMs } from './due-share.ts'
import { fillQuietProjects } from './fill.ts'

const sizes = [1_000, 100_000, 1_000_000]
const dueShare = 0.01

export const bench: Bench = {
  purpose: 'an evaluation cycle when every project is quiet, and when 1 % of them are due',
  run: ({ serverUrl, rounds, stop, tell }) =>
    withDatabase(serverUrl, async ({ db }) => {
      const findings: Finding[] = []
      let filled = 0
      for (const size of sizes) {
        stop.throwIfAborted()
        const name = `${size.toLocaleString('en')} projects`
        tell(`filling up to ${name}`)
        await fillQuietProjects(db, filled, size)
        filled = size
        const due = Math.round(size * dueShare)
        const figures = await inTurn(rounds, {
          idle: () => idleCycleMs(db),
          empty: () => emptyTransactionMs(db),
          due: () => dueCyclesMs(db, due),
          putOff: () => putOffMs(db, due),
        })
        findings.push(
          {
            what: `idle cycle, ${name}`,
            unit: 'ms',
            figures: figures.idle,
            limit: { what: 'empty transaction', figures: figures.empty },
            goal: { of: 'figure', below: 10 },
          },
          {
            what: `${due.toLocaleString('en')} due of ${name}`,
            unit: 'ms',
            figures: figures.due,
            limit: { what: 'one statement that puts them off', figures: figures.putOff },
          },
        )
      }
      return findings
    }),
}
