import { createPorts } from '@highwater/channels/send'
import { type ChannelTestId, instant } from '@highwater/core'
import type { AttemptTrace, SendOutcome } from '@highwater/core/delivery'
import { type Claimed, noteTestTrace } from '@highwater/db/queue'
import type { WorkerDependencies } from './dependencies.ts'
import { networkPolicyOf } from './network-policy.ts'
import { recordTrace } from './record-trace.ts'
import { sendClaimed } from './send-claimed.ts'

/** The proxy of a channel's settings as `host:port`, without its credentials. */
function proxyOf({ proxy }: Claimed['config']): string | null {
  return typeof proxy === 'string' && URL.canParse(proxy) ? new URL(proxy).host : null
}

/**
 * Sends a test over the path of every message, but with connections of its own: none is open
 * already, so that each step is really taken, and told while it happens.
 */
export async function sendWatched(
  dependencies: WorkerDependencies,
  claimed: Claimed,
  testId: ChannelTestId,
): Promise<SendOutcome> {
  const { db, environment, log } = dependencies
  const startedAt = performance.now()
  let written = Promise.resolve()
  const write = (trace: AttemptTrace) => {
    written = written
      .then(() => noteTestTrace(db, testId, trace))
      .catch((error) => log.warn({ err: error, testId }, 'a step of a test was not recorded'))
  }
  const recorder = recordTrace({
    proxy: proxyOf(claimed.cluster?.config ?? claimed.config),
    now: () => instant(claimed.claimedAt + (performance.now() - startedAt)),
    onStep: write,
  })
  const ports = createPorts(networkPolicyOf(environment), undefined, recorder.watch)
  try {
    return await sendClaimed({ ...dependencies, ports }, claimed, recorder.watch)
  } finally {
    await Promise.all([written, ports.close()])
  }
}
