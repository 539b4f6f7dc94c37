import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { processIdentity } from './process-identity.ts'
import { startCluster } from './start-cluster.ts'
import { throwAwayFolder } from './throw-away-folder.ts'

let dataDir = ''

beforeEach(() => {
  dataDir = throwAwayFolder('stale')
})

afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

const program = `
  import { startCluster } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))}
  const cluster = await startCluster({ dataDir: process.argv[1], durable: true })
  console.log('ready')
  await cluster.ended
`

/** A start in its own process, killed without a chance to stop its server. */
async function startAndKill(): Promise<void> {
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', program, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(starter.stdout, 'data')
  starter.kill('SIGKILL')
  await once(starter, 'exit')
}

function serverPid(): number {
  return Number.parseInt(readFileSync(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8'), 10)
}

test('A server left behind by a killed start is stopped by the next start', async () => {
  await startAndKill()
  const left = serverPid()
  expect(processIdentity(left)).toBeDefined()
  const cluster = await startCluster({ dataDir, durable: true })
  expect(processIdentity(left)).toBeUndefined()
  expect(serverPid()).not.toBe(left)
  await cluster.stop()
})

test('A pid file whose number now belongs to another program does not hinder a start', async () => {
  const first = await startCluster({ dataDir, durable: false })
  await first.stop()
  const pidFile = join(dataDir, 'cluster', 'postmaster.pid')
  writeFileSync(pidFile, `${process.pid}\n${dataDir}\n`)
  const second = await startCluster({ dataDir, durable: false })
  expect(serverPid()).not.toBe(process.pid)
  await second.stop()
})
