import { checkStyle } from '../checks/check-style.ts'
import { checkTypes } from '../checks/check-types.ts'
import { runChecks } from '../checks/run-checks.ts'
import { runVitest } from '../checks/run-vitest.ts'
import type { Command } from '../main.ts'

/** What needs no database and no browser, in under a minute. */
export const run: Command = (stop) =>
  runChecks(
    [
      { title: 'Lint and format', run: checkStyle },
      { title: 'Types', run: checkTypes },
      { title: 'Unit tests', run: (signal) => runVitest(signal, ['unit']) },
    ],
    stop.wanted,
  )
