import { type ChildProcess, spawn } from 'node:child_process'

export type Step = {
  readonly program: string
  readonly args: readonly string[]
  readonly env?: NodeJS.ProcessEnv
  readonly cwd: string
  /** `show`: straight to the terminal; `keep`: collected, for whoever reads the result. */
  readonly output: 'show' | 'keep'
  readonly stop: AbortSignal
}

export type StepResult = { readonly passed: boolean; readonly output: string }

/** Runs a program to its end, or ends it with everything it started when a stop is wanted. */
export async function runStep(step: Step): Promise<StepResult> {
  const sink = step.output === 'show' ? 'inherit' : 'pipe'
  const child = spawn(step.program, step.args, {
    cwd: step.cwd,
    env: { ...process.env, ...step.env },
    detached: true,
    stdio: ['ignore', sink, sink],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const end = () => endGroup(child)
  step.stop.addEventListener('abort', end, { once: true })
  process.once('exit', end)
  if (step.stop.aborted) end()
  const passed = await new Promise<boolean>((resolve) => {
    child.once('error', (error) => {
      output += error.message
      resolve(false)
    })
    child.once('close', (code) => resolve(code === 0))
  })
  step.stop.removeEventListener('abort', end)
  process.off('exit', end)
  return { passed, output }
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGTERM')
  } catch {
    // It has ended already.
  }
}
