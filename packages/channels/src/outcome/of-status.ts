import type { Instant } from '@highwater/core'
import type { RejectionFault, SendOutcome } from '@highwater/core/delivery'
import type { HttpAnswer } from '../io.ts'
import type { DescribeAttempt } from './attempt-detail.ts'
import type { Reason } from './reasons.ts'
import { readRetryAfter } from './retry-after.ts'

const refusals: Readonly<Record<number, readonly [RejectionFault, Reason]>> = {
  401: ['credentials', 'not-authorised'],
  403: ['credentials', 'not-authorised'],
  404: ['settings', 'not-found'],
  405: ['settings', 'method-refused'],
  407: ['settings', 'proxy-sign-in'],
  410: ['settings', 'gone'],
  413: ['content', 'too-long'],
}

/**
 * What an answer without readable words of its own means, by its status alone. A status of 2xx is
 * `unknown`, never `delivered`: a proxy's page or a login form has it too.
 */
export function outcomeOfStatus(
  answer: HttpAnswer,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const { status } = answer
  const because = (reason: Reason) =>
    describe(reason, { httpStatus: status, providerMessage: answer.text })
  const retryAt = readRetryAfter(answer.headers['retry-after'], now)
  if (status < 300) return { kind: 'unknown', detail: because('unreadable-answer') }
  if (status < 400) return { kind: 'rejected', fault: 'settings', detail: because('redirected') }
  if (status === 429 || (status >= 500 && retryAt !== null)) {
    const reason = status === 429 ? 'too-many-messages' : 'provider-busy'
    return { kind: 'throttled', retryAt, detail: because(reason) }
  }
  if (status >= 500) return { kind: 'transient', detail: because('server-error') }
  if (status === 408 || status === 425)
    return { kind: 'transient', detail: because('provider-busy') }
  const [fault, reason] = refusals[status] ?? ['content', 'request-refused']
  return { kind: 'rejected', fault, detail: because(reason) }
}
