import { type Instant, minutes, plus, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { z } from 'zod'
import type { HttpAnswer } from '../io.ts'
import type { DescribeAttempt } from '../outcome/attempt-detail.ts'
import { rejected, throttledFor, transient, type Verdict } from '../outcome/code-table.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { outcomeOfVerdict } from '../outcome/of-verdict.ts'
import { readJson } from '../outcome/parse-json.ts'
import type { Reason } from '../outcome/reasons.ts'

const envelope = z.looseObject({
  successful: z.boolean(),
  status: z.number().catch(0),
  error: z
    .looseObject({ code: z.union([z.string(), z.number()]), message: z.string().catch('') })
    .nullish()
    .catch(null),
  traceId: z.string().catch(''),
})

const signInRefused = rejected('credentials', 'cluster-sign-in-refused')

/** What a refusal means, by the status of the answer or the one inside its envelope. */
function refusalOf(status: number): Verdict {
  if (status === 401 || status === 403) return signInRefused
  if (status === 404 || status === 405) return rejected('settings', 'not-found')
  if (status === 429) return throttledFor(minutes(1))
  return status >= 500 ? transient('server-error') : rejected('content', 'alarm-refused')
}

/** When OCP takes requests again: `RateLimit-Reset` counts seconds. */
function resetOf(answer: HttpAnswer, now: Instant): Instant | null {
  const reset = answer.headers['ratelimit-reset'] ?? answer.headers['retry-after'] ?? ''
  return /^\d{1,5}$/.test(reset) ? plus(now, seconds(Number(reset))) : null
}

/** What OCP made of a request: only `successful` with a status of 2xx is a success. */
export function outcomeOf(
  answer: HttpAnswer,
  success: Reason,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const retryAt = resetOf(answer, now)
  const said = readJson(answer.text, envelope)
  const isFine = answer.status >= 200 && answer.status < 300
  if (said === null) {
    const told = { answer, code: String(answer.status), text: answer.text, retryAt }
    const isKnown = [401, 403, 429].includes(answer.status)
    return isKnown
      ? outcomeOfVerdict(refusalOf(answer.status), told, false, now, describe)
      : outcomeOfStatus(answer, now, describe)
  }
  const { error, traceId, status } = said
  const text = [error?.message ?? '', traceId === '' ? '' : `traceId ${traceId}`]
    .filter((part) => part !== '')
    .join(', ')
  const told = { answer, code: error?.code ?? status, text, retryAt }
  const verdict: Verdict =
    said.successful && isFine
      ? { kind: 'delivered', reason: success }
      : refusalOf(isFine ? status : answer.status)
  return outcomeOfVerdict(verdict, told, false, now, describe)
}
