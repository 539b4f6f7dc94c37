import { existsSync } from 'node:fs'
import { root } from '../processes/root.ts'
import { runStep } from '../processes/run-step.ts'
import { findInstalledBrowser } from './installed-browser.ts'

const installer = '/usr/bin/apt-get'
// The fonts let Chinese text be seen instead of boxes.
const packages = ['chromium', 'fonts-noto-cjk']

/** The distribution's Chromium, where we are root and the distribution has apt. */
export async function installBrowserPackage(stop: AbortSignal): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync(installer)) return undefined
  console.log("Installing the distribution's Chromium …")
  const steps = [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]
  for (const args of steps) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const { passed, output } = await runStep({
      program: installer,
      args,
      env,
      cwd: root,
      output: 'keep',
      stop,
    })
    if (!passed) console.error(output.trim())
  }
  return findInstalledBrowser(stop)
}
