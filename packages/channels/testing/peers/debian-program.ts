import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)

const installer = '/usr/bin/apt-get'
/** Where Debian asks whether a package that is being installed may start its service. */
const policy = '/usr/sbin/policy-rc.d'

async function install(packageName: string): Promise<void> {
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1_024 * 1_024,
  }
  // Two tests may want something at the same time.
  const wait = ['-o', 'DPkg::Lock::Timeout=120', '--yes', '--no-install-recommends']
  const get = () => run(installer, ['install', ...wait, packageName], options)
  const isOurs = !existsSync(policy)
  if (isOurs) await writeFile(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    await get().catch(async () => {
      await run(installer, ['update'], options)
      await get()
    })
  } finally {
    if (isOurs) await rm(policy, { force: true })
  }
}

/**
 * The path of a program of a Debian package, which is installed first where we may do so.
 * @throws Error that says what to install
 */
export async function debianProgram(program: string, packageName: string): Promise<string> {
  const find = () =>
    ['/usr/bin', '/usr/sbin'].map((folder) => `${folder}/${program}`).find(existsSync)
  const present = find()
  if (present !== undefined) return present
  if (process.getuid?.() === 0 && existsSync(installer)) await install(packageName)
  const installed = find()
  if (installed !== undefined) return installed
  throw new Error(
    `This test talks to a real ${program}, which is not installed. Install the Debian package ${packageName} (apt-get install ${packageName}) and run the test again.`,
  )
}
