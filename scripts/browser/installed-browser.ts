import { delimiter, join } from 'node:path'
import { isBrowser } from './is-browser.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const applications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

/** The first Chromium or Chrome on the PATH or in the usual place of the system. */
export async function findInstalledBrowser(stop: AbortSignal): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  for (const candidate of [...candidates, ...applications]) {
    if (await isBrowser(candidate, stop)) return candidate
  }
  return undefined
}
