export type StopRequest = {
  /** Aborted once the person or the terminal wants us to stop, or our starter is gone. */
  readonly wanted: AbortSignal
  /** Aborted when they insist: do not wait for a graceful end any longer. */
  readonly urgent: AbortSignal
}

/**
 * One Ctrl-C reaches us up to three times: from the terminal, from npm and from the bootstrap.
 * Only a signal that comes later than that counts as a second request.
 */
const echoMilliseconds = 1000

export function listenForStop(): StopRequest {
  const wanted = new AbortController()
  const urgent = new AbortController()
  let first: number | undefined
  const request = () => {
    first ??= performance.now()
    if (performance.now() - first > echoMilliseconds) urgent.abort()
    wanted.abort()
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, request)
  return { wanted: wanted.signal, urgent: urgent.signal }
}
