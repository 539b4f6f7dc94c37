import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export interface ProgramTask {
  readonly name: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Answers 200 once the program serves. */
  readonly readyUrl: string
}

/** One of the two programs of the product, which a journey may kill and start again. */
export interface Program {
  readonly name: string
  /** Starts it and waits until it serves. */
  readonly start: () => Promise<void>
  /** SIGKILL, as a power cut ends it. */
  readonly kill: () => Promise<void>
  /** Everything it has written. */
  readonly log: () => string
}

/** Each start would compile the same programs anew. */
const compiled = join(import.meta.dirname, '../../node_modules/.cache/journeys')
const keepCompiled = ['--import', join(import.meta.dirname, 'keep-compiled.ts')]
const patienceMs = 30_000

const isGone = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    await answer.body?.cancel()
    return answer.ok
  } catch {
    return false
  }
}

export function program({ name, args, cwd, env, readyUrl }: ProgramTask): Program {
  let child: ChildProcess | null = null
  let words = ''
  const lastResort = () => child?.kill('SIGKILL')
  const kill = async () => {
    process.off('exit', lastResort)
    if (child === null || isGone(child)) return
    const exit = once(child, 'exit')
    child.kill('SIGKILL')
    await exit
  }
  return {
    name,
    log: () => words,
    kill,
    async start() {
      const started = spawn(process.execPath, [...keepCompiled, ...args], {
        cwd,
        env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compiled, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = started
      process.once('exit', lastResort)
      for (const stream of [started.stdout, started.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
          words += text
        })
      }
      const deadline = performance.now() + patienceMs
      while (!(await answers(readyUrl))) {
        if (isGone(started) || performance.now() > deadline) {
          await kill()
          throw new Error(`The ${name} did not become ready. It wrote:\n${words}`)
        }
        await pause(50)
      }
    },
  }
}
