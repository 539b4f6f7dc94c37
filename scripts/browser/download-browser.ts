import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../processes/root.ts'
import { runStep } from '../processes/run-step.ts'
import { isBrowser } from './is-browser.ts'

const patienceMilliseconds = 180_000

type BrowserType = { executablePath(): string }

/** Playwright's own Chromium, fetched once; `undefined` where it cannot be had. */
export async function downloadBrowser(stop: AbortSignal): Promise<string | undefined> {
  const require = createRequire(join(root, 'e2e/package.json'))
  const { chromium } = require('@playwright/test') as { chromium: BrowserType }
  const program = chromium.executablePath()
  if (await isBrowser(program, stop)) return program
  console.log("No browser is installed; trying Playwright's download …")
  await runStep({
    program: process.execPath,
    args: [join(root, 'e2e/node_modules/@playwright/test/cli.js'), 'install', 'chromium'],
    cwd: root,
    output: 'keep',
    stop: AbortSignal.any([stop, AbortSignal.timeout(patienceMilliseconds)]),
  })
  return (await isBrowser(program, stop)) ? program : undefined
}
