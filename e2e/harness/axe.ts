import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'
import { showTheme } from './preferences.ts'

const program = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const colours = ['color-contrast', 'link-in-text-block']

interface InPage {
  readonly axe: { readonly run: (on: Document, options: RunOptions) => Promise<AxeResults> }
}

/** What is wrong with the page by the rules of axe, by all of them unless told. */
export async function faults(page: Page, options: RunOptions = {}): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(program)
  const { violations, passes } = await page.evaluate(
    (given) => (globalThis as unknown as InPage).axe.run(document, given),
    // What is right is only counted: to name every element of it takes a third of the time.
    { resultTypes: ['violations' as const], ...options },
  )
  if (passes.length === 0) throw new Error('axe has looked at nothing')
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  )
}

/** What is wrong with the page in either theme. */
export async function faultsInBothThemes(page: Page): Promise<readonly string[]> {
  await showTheme(page, 'light')
  const light = await faults(page, { runOnly: standards })
  await showTheme(page, 'dark')
  const dark = await faults(page, { runOnly: { type: 'rule', values: colours } })
  return [...light, ...dark.map((fault) => `in the dark: ${fault}`)]
}

/** What is wrong with the page apart from its colours, which are the same at every width. */
export const faultsBesideColours = (page: Page): Promise<readonly string[]> =>
  faults(page, {
    runOnly: standards,
    rules: Object.fromEntries(colours.map((rule) => [rule, { enabled: false }])),
  })
