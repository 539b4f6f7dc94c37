import { Buffer } from 'node:buffer'
import { type ChildProcess, spawn } from 'node:child_process'
import type { Readable } from 'node:stream'
import type { ScriptPort, ScriptRequest, ScriptResult } from '../io.ts'
import { findScript } from './find-script.ts'

/** Of each stream, no more than this is kept; the rest is read and thrown away. */
const longestOutput = 64 * 1_024

/** What a script left running may keep its streams open; nobody waits for it longer than this. */
const patienceMs = 200

const searchPath = '/usr/local/bin:/usr/bin:/bin'

function gather(stream: Readable): () => string {
  const chunks: Buffer[] = []
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    if (size < longestOutput) chunks.push(chunk)
    size += chunk.length
  })
  return () => Buffer.concat(chunks).toString('utf8', 0, longestOutput)
}

/** Ends a script and everything it has started: they share a process group. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // All of them have ended already.
  }
}

function follow(path: string, folder: string, request: ScriptRequest): Promise<ScriptResult> {
  const { promise, resolve } = Promise.withResolvers<ScriptResult>()
  const child = spawn(path, request.arguments, {
    cwd: folder,
    env: { PATH: searchPath, LANG: 'C.UTF-8', ...request.environment },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true,
  })
  const output = gather(child.stdout)
  const errors = gather(child.stderr)
  const end = (result: ScriptResult) => {
    clearTimeout(timer)
    request.signal.removeEventListener('abort', stop)
    killGroup(child)
    for (const stream of [child.stdin, child.stdout, child.stderr]) stream.destroy()
    resolve(result)
  }
  const kill = (because: 'overran' | 'stopped') =>
    end({ kind: 'killed', because, errors: errors() })
  const stop = () => kill('stopped')
  const timer = setTimeout(() => kill('overran'), request.timeout)
  request.signal.addEventListener('abort', stop)
  const ended = (exitCode: number | null) =>
    end({ kind: 'ended', exitCode, output: output(), errors: errors() })
  child.on('error', (error) =>
    end({ kind: 'refused', reason: 'script-unstartable', message: error.message }),
  )
  child.on('close', ended)
  child.on('exit', (exitCode) => setTimeout(() => ended(exitCode), patienceMs).unref())
  // While the script was looked for nobody listened.
  if (request.signal.aborted) stop()
  // A script need not read what it is told.
  child.stdin.on('error', () => {})
  child.stdin.end(request.input)
  return promise
}

/** Runs scripts of one folder, which only an operator can name. */
export function createScriptPort(directory: string): ScriptPort {
  return {
    async run(request) {
      if (request.signal.aborted) return { kind: 'killed', because: 'stopped', errors: '' }
      const found = await findScript(directory, request.file)
      if ('reason' in found) return { kind: 'refused', ...found }
      try {
        return await follow(found.path, found.folder, request)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        return { kind: 'refused', reason: 'script-unstartable', message }
      }
    },
  }
}
