import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../processes/root.ts'
import { runStep } from '../processes/run-step.ts'
import { readVitestReport, type VitestReport } from './read-vitest-report.ts'
import { type Tally, tallyStep } from './tally.ts'

/** Runs the named projects, or all of them, and counts their tests. */
export async function runVitest(stop: AbortSignal, projects: readonly string[]): Promise<Tally> {
  const report = join(root, 'node_modules/.cache/vitest-report.json')
  rmSync(report, { force: true })
  await runStep({
    program: process.execPath,
    args: [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...projects.map((project) => `--project=${project}`),
    ],
    cwd: root,
    output: 'show',
    stop,
  })
  if (!existsSync(report)) return tallyStep(false, 'The tests could not be run.')
  return readVitestReport(JSON.parse(readFileSync(report, 'utf8')) as VitestReport)
}
