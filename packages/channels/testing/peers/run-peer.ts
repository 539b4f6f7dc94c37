import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { unusedPort } from '../unused-port.ts'
import { debianProgram } from './debian-program.ts'

/** Where a peer may keep its files, and where it has to listen. */
export interface PeerPlace {
  readonly folder: string
  readonly settings: string
  readonly port: number
}

export interface PeerProgram {
  readonly program: string
  readonly packageName: string
  readonly settings: (place: PeerPlace) => string
  readonly args: (place: PeerPlace) => readonly string[]
  readonly isReady: (port: number) => Promise<boolean>
}

export interface Peer {
  readonly port: number
  close(): Promise<void>
}

const longestStart = 15_000

async function waitUntilReady(child: ChildProcess, isReady: () => Promise<boolean>): Promise<void> {
  let said = ''
  const hear = (chunk: Buffer) => {
    said += chunk.toString()
  }
  child.stdout?.on('data', hear)
  child.stderr?.on('data', hear)
  const started = performance.now()
  while (!(await isReady())) {
    if (child.exitCode !== null || performance.now() - started > longestStart) {
      throw new Error(`${child.spawnfile} did not start:\n${said}`)
    }
    await pause(20)
  }
}

/** Runs a program of a Debian package with settings and a folder of its own, until it is closed. */
export async function runPeer(peer: PeerProgram): Promise<Peer> {
  const program = await debianProgram(peer.program, peer.packageName)
  const folder = await mkdtemp(join(tmpdir(), `${peer.program}-`))
  const place = { folder, settings: join(folder, 'settings'), port: await unusedPort() }
  await writeFile(place.settings, peer.settings(place))
  const child = spawn(program, [...peer.args(place)], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  const close = async () => {
    child.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await waitUntilReady(child, () => peer.isReady(place.port))
  } catch (error) {
    await close()
    throw error
  }
  return { port: place.port, close }
}
