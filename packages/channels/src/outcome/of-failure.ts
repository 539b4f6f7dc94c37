import type { SendOutcome } from '@highwater/core/delivery'
import type { NetworkFailure, NetworkReason } from '../io.ts'
import type { DescribeAttempt } from './attempt-detail.ts'
import type { Reason } from './reasons.ts'

/** The same mishaps, before anything of the message had left: its reader need not fear a duplicate. */
const unsent: Partial<Record<NetworkReason, Reason>> = {
  'answer-timeout': 'timed-out-unsent',
  'connection-lost': 'cut-off-unsent',
}

/** What a failure of the network means for the message. */
export function outcomeOfFailure(failure: NetworkFailure, describe: DescribeAttempt): SendOutcome {
  const found = { providerMessage: failure.message }
  if (failure.left) return { kind: 'unknown', detail: describe(failure.reason, found) }
  const detail = describe(unsent[failure.reason] ?? failure.reason, found)
  switch (failure.reason) {
    case 'forbidden-address':
    case 'address-never-open':
    case 'own-address':
      return { kind: 'rejected', fault: 'forbidden-address', detail }
    case 'proxy-refused-tunnel':
    case 'proxy-sign-in':
      return { kind: 'rejected', fault: 'settings', detail }
    case 'no-free-connection':
      return { kind: 'transient', detail, ofOurs: true }
    default:
      return { kind: 'transient', detail }
  }
}
