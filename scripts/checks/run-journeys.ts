import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from '../browser/find-browser.ts'
import { root } from '../processes/root.ts'
import { runStep } from '../processes/run-step.ts'
import { type PlaywrightReport, readPlaywrightReport } from './read-playwright-report.ts'
import { type Tally, tallyStep } from './tally.ts'

/** Runs the journeys in a real browser; they start a stack of their own. */
export async function runJourneys(stop: AbortSignal): Promise<Tally> {
  const browser = await findBrowser(stop)
  const report = join(root, 'node_modules/.cache/playwright-report.json')
  rmSync(report, { force: true })
  await runStep({
    program: process.execPath,
    args: [
      join(root, 'e2e/node_modules/@playwright/test/cli.js'),
      ...['test', '-c', join(root, 'e2e/playwright.config.ts'), '--reporter=list,json'],
    ],
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    cwd: root,
    output: 'show',
    stop,
  })
  if (!existsSync(report)) return tallyStep(false, 'The journeys could not be run.')
  return readPlaywrightReport(JSON.parse(readFileSync(report, 'utf8')) as PlaywrightReport)
}
