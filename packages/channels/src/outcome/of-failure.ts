import type { SendOutcome } from '@highwater/core/delivery'
import type { NetworkFailure } from '../io.ts'
import type { DescribeAttempt } from './attempt-detail.ts'

/** What a failure of the network means for the message. */
export function outcomeOfFailure(failure: NetworkFailure, describe: DescribeAttempt): SendOutcome {
  const detail = describe(failure.reason, { providerMessage: failure.message })
  if (failure.left) return { kind: 'unknown', detail }
  switch (failure.reason) {
    case 'forbidden-address':
      return { kind: 'rejected', fault: 'forbidden-address', detail }
    case 'proxy-refused-tunnel':
    case 'proxy-sign-in':
      return { kind: 'rejected', fault: 'settings', detail }
    default:
      return { kind: 'transient', detail }
  }
}
