import { CommandFailure } from '../processes/failure.ts'
import { downloadBrowser } from './download-browser.ts'
import { installBrowserPackage } from './install-browser-package.ts'
import { findInstalledBrowser } from './installed-browser.ts'
import { isBrowser } from './is-browser.ts'

/** A Chromium or Chrome that runs here: the named one, an installed one, or one we can get. */
export async function findBrowser(stop: AbortSignal): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '') {
    if (await isBrowser(named, stop)) return named
    throw new CommandFailure(`CHROMIUM_PATH is ${named}, but no browser can be started there.`)
  }
  const browser =
    (await findInstalledBrowser(stop)) ??
    (await downloadBrowser(stop)) ??
    (await installBrowserPackage(stop))
  if (browser !== undefined) return browser
  throw new CommandFailure(
    'The journeys need a browser; install Chromium or Google Chrome, or set CHROMIUM_PATH to one, and run again.',
  )
}
