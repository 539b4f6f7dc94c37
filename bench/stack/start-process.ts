import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'

export interface ProcessTask {
  readonly name: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Answers 200 once the program serves. */
  readonly readyUrl: string
  readonly stop: AbortSignal
}

export interface RunningProcess {
  readonly pid: number
  readonly end: () => Promise<void>
}

const patienceMs = 60_000
const graceMs = 15_000
const keptCharacters = 4_000

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}

/** Starts a program of the product and waits until it serves; its last words are kept for an error. */
export async function startProcess(task: ProcessTask): Promise<RunningProcess> {
  const child = spawn(process.execPath, task.args, {
    cwd: task.cwd,
    env: { PATH: process.env.PATH, ...task.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let words = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      words = (words + text).slice(-keptCharacters)
    })
  }
  const lastResort = () => child.kill('SIGKILL')
  process.once('exit', lastResort)
  const isGone = () => child.exitCode !== null || child.signalCode !== null
  const end = async () => {
    process.off('exit', lastResort)
    if (isGone()) return
    const exit = once(child, 'exit')
    child.kill('SIGTERM')
    const insist = setTimeout(lastResort, graceMs)
    await exit
    clearTimeout(insist)
  }
  const deadline = performance.now() + patienceMs
  while (!(await answers(task.readyUrl))) {
    if (isGone() || task.stop.aborted || performance.now() > deadline) {
      await end()
      task.stop.throwIfAborted()
      throw new Error(`The ${task.name} did not become ready. Its last words:\n${words}`)
    }
    await pause(100)
  }
  if (child.pid === undefined) throw new Error(`The ${task.name} did not start.`)
  return { pid: child.pid, end }
}
