import { totalmem } from 'node:os'

const megabyte = 1_024 * 1_024

/**
 * An eighth of the machine, where PostgreSQL would take 128 MB whatever there is: of the history's index
 * each signal touches the page of its project, and what does not fit is read and written for each anew.
 */
function sharedBuffers(): string {
  const memory = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY)
  return `${Math.round(Math.min(1_024, Math.max(128, memory / megabyte / 8)))}MB`
}

const always = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // The programs report their own failed statements; the server's log keeps to the server.
  log_min_messages: 'log',
  log_checkpoints: 'off',
}

/** A throw-away cluster may lose everything at a power cut, and is much faster for it. */
const throwAway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** The server's arguments; the caller's settings win over ours. */
export function serverArguments(
  cluster: string,
  port: number,
  durable: boolean,
  settings: Readonly<Record<string, string>>,
): string[] {
  const all = {
    ...always,
    ...(durable ? { shared_buffers: sharedBuffers() } : throwAway),
    ...settings,
    port: String(port),
  }
  return [
    '-D',
    cluster,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}
