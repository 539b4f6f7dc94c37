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
  const all = { ...always, ...(durable ? {} : throwAway), ...settings, port: String(port) }
  return [
    '-D',
    cluster,
    ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}
