import type { Bench } from '../bench.ts'
import { fillQuietProjects } from '../idle-cycle/fill.ts'
import type { Finding } from '../measure/finding.ts'
import { inTurn } from '../measure/in-turn.ts'
import { withDatabase } from '../stack/with-database.ts'
import { bareClose, bareOpen } from './bare.ts'
import { addChannel, breach, clearAlerts, recover, settleMessages } from './prepare.ts'
import { cyclesMs } from './product.ts'

const projects = 100_000

export const bench: Bench = {
  purpose: 'what an evaluation costs when alerts open and close, beside the bare SQL for it',
  run: ({ serverUrl, rounds, stop, tell }) =>
    withDatabase(serverUrl, async ({ db }) => {
      tell(`filling ${projects.toLocaleString('en')} projects`)
      await fillQuietProjects(db, 0, projects)
      await addChannel(db)
      const findings: Finding[] = []
      for (const share of [0.01, 0.1]) {
        stop.throwIfAborted()
        const count = projects * share
        tell(`${count.toLocaleString('en')} of them change`)
        const opening = (open: (count: number) => Promise<number>) => async () => {
          await clearAlerts(db)
          await breach(db, count)
          return open(count)
        }
        const closing = (close: (count: number) => Promise<number>) => async () => {
          await clearAlerts(db)
          await breach(db, count)
          await bareOpen(db, count)
          await settleMessages(db)
          await recover(db)
          return close(count)
        }
        const figures = await inTurn(rounds, {
          open: opening((due) => cyclesMs(db, due)),
          bareOpen: opening((due) => bareOpen(db, due)),
          close: closing((due) => cyclesMs(db, due)),
          bareClose: closing((due) => bareClose(db, due)),
        })
        const goal: Finding['goal'] =
          share === 0.01 ? { of: 'ratio', atMost: 4 } : { of: 'figure', below: 2_000 }
        const name = `${count.toLocaleString('en')} of ${projects.toLocaleString('en')} projects`
        const limit = 'one statement that does the same to the same rows'
        findings.push(
          {
            what: `alerts open: ${name}`,
            unit: 'ms',
            figures: figures.open,
            limit: { what: limit, figures: figures.bareOpen },
            goal,
          },
          {
            what: `alerts close: ${name}`,
            unit: 'ms',
            figures: figures.close,
            limit: { what: limit, figures: figures.bareClose },
            goal,
          },
        )
      }
      return findings
    }),
}
