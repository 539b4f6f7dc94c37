import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

export type Service = {
  readonly name: string
  /** Resolves with one sentence when the program is gone, whether asked to stop or not. */
  readonly ended: Promise<string>
  stop(urgent: AbortSignal): Promise<void>
}

export type ServiceTask = {
  readonly name: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

const patienceMilliseconds = 20_000
const preload = pathToFileURL(`${import.meta.dirname}/end-with-parent.mjs`).href

/** Starts a Node.js program that is meant to keep running; its output goes to the terminal. */
export function startService(task: ServiceTask): Service {
  const child = spawn(process.execPath, [`--import=${preload}`, ...task.args], {
    cwd: task.cwd,
    env: task.env,
    // A group of its own: the terminal's Ctrl-C reaches only us, and we decide the order of ending.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const lastResort = () => signalGroup(child, 'SIGKILL')
  process.once('exit', lastResort)
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(`The ${task.name} could not start: ${error.message}.`))
    child.once('exit', (code, signal) => {
      process.off('exit', lastResort)
      resolve(`The ${task.name} ended with ${signal ?? `code ${code}`}.`)
    })
  })
  return { name: task.name, ended, stop: (urgent) => stopService(child, ended, urgent) }
}

async function stopService(child: ChildProcess, ended: Promise<string>, urgent: AbortSignal) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  child.kill('SIGTERM')
  const insist = AbortSignal.any([urgent, AbortSignal.timeout(patienceMilliseconds)])
  const kill = () => signalGroup(child, 'SIGKILL')
  if (insist.aborted) kill()
  insist.addEventListener('abort', kill, { once: true })
  await ended
  insist.removeEventListener('abort', kill)
  // What the program itself started may outlive it by a moment, but not longer.
  await pause(0)
  signalGroup(child, 'SIGKILL')
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // Nobody is left in the group.
  }
}
