import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { EmbeddedPostgresError } from './error.ts'
import { commandLine, processIdentity } from './process-identity.ts'

const patienceSeconds = { fast: 30, immediate: 10 }

/**
 * A server outlives a starter that was killed. Whoever holds the folder's lock next stops it; a
 * pid file whose process is gone, or is something else by now, is removed.
 */
export async function stopStaleServer(cluster: string): Promise<void> {
  const pidFile = join(cluster, 'postmaster.pid')
  const pid = readPid(pidFile)
  if (pid === undefined) return
  if (processIdentity(pid) !== undefined && commandLine(pid).includes(cluster)) {
    await stopProcess(pid, cluster)
  }
  rmSync(pidFile, { force: true })
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
    return pid > 0 ? pid : undefined
  } catch {
    return undefined
  }
}

async function stopProcess(pid: number, cluster: string): Promise<void> {
  const identity = processIdentity(pid)
  for (const [signal, seconds] of [
    ['SIGINT', patienceSeconds.fast],
    ['SIGQUIT', patienceSeconds.immediate],
  ] as const) {
    process.kill(pid, signal)
    const deadline = performance.now() + seconds * 1000
    while (performance.now() < deadline) {
      if (processIdentity(pid) !== identity) return
      await pause(20)
    }
  }
  throw new EmbeddedPostgresError(
    `An earlier PostgreSQL (process ${pid}) still runs on ${cluster} and does not stop; stop it by hand.`,
  )
}
