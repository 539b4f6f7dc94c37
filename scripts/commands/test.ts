import { checkStyle } from '../checks/check-style.ts'
import { checkTypes } from '../checks/check-types.ts'
import { runChecks } from '../checks/run-checks.ts'
import { runJourneys } from '../checks/run-journeys.ts'
import { runVitest } from '../checks/run-vitest.ts'
import { addTallies, tallyStep } from '../checks/tally.ts'
import type { Command } from '../main.ts'
import { build } from '../stack/build.ts'

export const run: Command = (stop) =>
  runChecks(
    [
      { title: 'Lint and format', run: checkStyle },
      { title: 'Types', run: checkTypes },
      { title: 'Unit and database tests', run: (signal) => runVitest(signal, []) },
      {
        title: 'Build and browser journeys',
        run: async (signal) => {
          await build(signal)
          return addTallies([tallyStep(true, ''), await runJourneys(signal)])
        },
      },
    ],
    stop.wanted,
  )
