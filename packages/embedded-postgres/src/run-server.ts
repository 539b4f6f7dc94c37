import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { explainFailure } from './explain-failure.ts'
import type { Place } from './place-data.ts'
import { serverEnvironment } from './server-environment.ts'
import { serverArguments } from './server-settings.ts'

type Launch = {
  readonly dataDir: string
  readonly place: Place
  readonly binaries: string
  readonly port: number
  readonly durable: boolean
  readonly settings: Readonly<Record<string, string>>
}

/** `ended` resolves with one sentence when the server is gone, asked for or not. */
export type Server = { readonly ended: Promise<string>; stop(): Promise<void> }

const fastShutdownMilliseconds = 30_000

/** Starts the server and returns when it accepts connections. */
export async function runServer(launch: Launch): Promise<Server> {
  const log = join(launch.dataDir, 'postgres.log')
  const output = openSync(log, 'w', 0o600)
  const { place } = launch
  const child = spawn(
    join(launch.binaries, 'bin', 'postgres'),
    serverArguments(place.cluster, launch.port, launch.durable, launch.settings),
    // Its own session: a Ctrl-C in the terminal must reach the programs first, the database last.
    {
      cwd: '/',
      env: serverEnvironment,
      ...place.account,
      detached: true,
      stdio: ['ignore', output, output],
    },
  )
  closeSync(output)
  const lastResort = () => child.kill('SIGINT')
  process.once('exit', lastResort)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', () => {
      process.off('exit', lastResort)
      const scene = { ...launch, log, event: 'stopped' } as const
      resolve(explainFailure(readFileSync(log, 'utf8'), scene).message)
    })
  })
  await becomeReady(child, place.cluster)
  if (hasEnded(child)) throw explainFailure(readFileSync(log, 'utf8'), { ...launch, log })
  return { ended, stop: () => stopServer(child, ended) }
}

/** Returns when the server says so in its pid file, or has ended. Recovery may take its time. */
async function becomeReady(child: ChildProcess, cluster: string): Promise<void> {
  while (!hasEnded(child)) {
    const [pid, , , , , , , status] = readLines(join(cluster, 'postmaster.pid'))
    if (Number(pid) === child.pid && status?.trim() === 'ready') return
    await pause(15)
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null
}

async function stopServer(child: ChildProcess, ended: Promise<string>): Promise<void> {
  if (!hasEnded(child)) child.kill('SIGINT')
  const patience = setTimeout(() => child.kill('SIGQUIT'), fastShutdownMilliseconds)
  await ended
  clearTimeout(patience)
}
