import { type Instant, minutes, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import { defineSender } from '../define-sender.ts'
import type { HttpAnswer } from '../io.ts'
import { type DescribeAttempt, detailWithout } from '../outcome/attempt-detail.ts'
import { throttledFor } from '../outcome/code-table.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import { outcomeOfVerdict } from '../outcome/of-verdict.ts'
import { readRetryAfter } from '../outcome/retry-after.ts'
import { sendEach } from '../outcome/send-each.ts'
import { stringsIn } from '../redaction/redact.ts'
import { proxySecrets } from '../settings/proxy-address.ts'
import { refusalOf, wordsOf } from './codes.ts'
import { pagerduty } from './kind.ts'
import type { PagerdutyPayload } from './render.ts'

type Event = PagerdutyPayload['events'][number]

const vendors = {
  us: 'https://events.pagerduty.com',
  eu: 'https://events.eu.pagerduty.com',
} as const

/** Asked to slow down without a time, PagerDuty wants some minutes. */
const pause = throttledFor(minutes(2))

function outcomeOf(
  answer: HttpAnswer,
  shortened: boolean,
  now: Instant,
  describe: DescribeAttempt,
): SendOutcome {
  const retryAt = readRetryAfter(answer.headers['retry-after'], now)
  const told = { answer, code: String(answer.status), text: answer.text, retryAt }
  if (answer.status === 429) return outcomeOfVerdict(pause, told, shortened, now, describe)
  const words = wordsOf(answer)
  if (words === null) return outcomeOfStatus(answer, now, describe)
  const said = { answer, code: words.status, text: words.text }
  if (answer.status === 202 && words.status === 'success') {
    const reason = shortened ? 'event-taken-shortened' : 'event-taken'
    return outcomeOfVerdict({ kind: 'delivered', reason }, said, shortened, now, describe)
  }
  return answer.status === 400
    ? outcomeOfVerdict(refusalOf(words), said, shortened, now, describe)
    : outcomeOfStatus(answer, now, describe)
}

/** A long digest leaves room within the rate of its key for the alerts that open meanwhile. */
const pace = { most: 40, pause: seconds(30) } as const

/** One event for each alert, under the key of its incident: a repeat joins what is open there. */
export const pagerdutySender = defineSender(pagerduty, {
  send(payload, { config, secrets }, io) {
    const describe = detailWithout([...stringsIn(secrets), ...proxySecrets(config.proxy)])
    async function post({ incident, form }: Event): Promise<SendOutcome> {
      const result = await io.http.request({
        method: 'POST',
        url: `${config.baseUrl ?? vendors[config.region]}/v2/enqueue`,
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({
          routing_key: secrets.routingKey,
          dedup_key: incident.id ?? io.incidentId,
          ...form,
        }),
        proxy: config.proxy,
        signal: io.signal,
      })
      return result.kind === 'failed'
        ? outcomeOfFailure(result, describe)
        : outcomeOf(result, payload.shortened, io.now(), describe)
    }
    /** Nobody is to be left with an incident about nothing. */
    async function sendTest(event: Event): Promise<SendOutcome> {
      const opened = await post(event)
      if (opened.kind !== 'delivered') return opened
      const ended = await post({ ...event, form: { ...event.form, event_action: 'resolve' } })
      return ended.kind === 'delivered'
        ? opened
        : { ...opened, detail: { ...ended.detail, reason: 'test-left-open' } }
    }
    const each = {
      items: payload.events,
      send: (event: Event) => (event.incident.event === 'test' ? sendTest(event) : post(event)),
      pace,
    }
    return sendEach(each, io, describe)
  },
})
