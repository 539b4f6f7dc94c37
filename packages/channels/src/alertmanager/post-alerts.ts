import { Buffer } from 'node:buffer'
import { between, plus, seconds } from '@highwater/core'
import type { SendOutcome } from '@highwater/core/delivery'
import type { ChannelIo, HttpAnswer, NetworkFailure } from '../io.ts'
import type { DescribeAttempt } from '../outcome/attempt-detail.ts'
import { outcomeOfFailure } from '../outcome/of-failure.ts'
import { outcomeOfStatus } from '../outcome/of-status.ts'
import type { AlertmanagerConfig, AlertmanagerSecrets } from './config.ts'
import { endsToRepeat } from './ends-to-repeat.ts'
import type { Entry } from './render.ts'

/** What one peer made of a message: how it ended there, and which alerts it would not have. */
export interface PeerResult {
  readonly outcome: SendOutcome
  readonly refused: readonly string[]
}

/** Whether the same message might be taken another time. */
export const mayPass = ({ kind }: SendOutcome): boolean =>
  kind === 'throttled' || kind === 'transient' || kind === 'unknown'

/** So many calls to find out which alerts of a digest are refused; then all that are left are named. */
const mostCalls = 40

/** And so long: with one more call, and its ends told again, still within the lease of an attempt. */
const longestSearch = seconds(20)

export function authorizationOf(
  { username }: AlertmanagerConfig,
  { password, bearerToken }: AlertmanagerSecrets,
): string | null {
  if (bearerToken !== undefined) return `Bearer ${bearerToken}`
  if (username === undefined) return null
  return `Basic ${Buffer.from(`${username}:${password ?? ''}`).toString('base64')}`
}

function outcomeOf(
  answer: HttpAnswer | NetworkFailure,
  io: ChannelIo,
  describe: DescribeAttempt,
): SendOutcome {
  if (answer.kind === 'failed') return outcomeOfFailure(answer, describe)
  const found = { httpStatus: answer.status, providerMessage: answer.text }
  // It answers with an empty body; a page with status 200 is somebody else's.
  if (answer.status === 200 && answer.text.trim() === '') {
    return { kind: 'delivered', detail: describe('accepted', found) }
  }
  return answer.status === 400
    ? { kind: 'rejected', fault: 'content', detail: describe('alerts-refused', found) }
    : outcomeOfStatus(answer, io.now(), describe)
}

/**
 * Posts alerts to one peer. A status of 400 means that some are invalid and the others were stored:
 * halves of the list show which, and repeating the good ones changes nothing.
 */
export function poster(
  config: AlertmanagerConfig,
  secrets: AlertmanagerSecrets,
  io: ChannelIo,
  describe: DescribeAttempt,
): (peer: string, entries: readonly Entry[]) => Promise<PeerResult> {
  const authorization = authorizationOf(config, secrets)

  function call(peer: string, entries: readonly Entry[]): Promise<HttpAnswer | NetworkFailure> {
    const alerts = entries.map(({ incident, form }) => ({
      ...form,
      labels: { ...form.labels, alert_id: incident.id ?? io.incidentId },
    }))
    return io.http.request({
      method: 'POST',
      url: `${peer}/api/v2/alerts`,
      headers: {
        'content-type': 'application/json',
        ...(authorization === null ? {} : { authorization }),
      },
      body: JSON.stringify(alerts),
      proxy: config.proxy,
      ca: config.ca,
      signal: io.signal,
    })
  }

  /** An end that has not taken effect is none: when telling it again fails, all of it has failed. */
  async function post(peer: string, entries: readonly Entry[]): Promise<SendOutcome> {
    const begun = io.now()
    const answer = await call(peer, entries)
    const outcome = outcomeOf(answer, io, describe)
    if (answer.kind === 'failed' || outcome.kind !== 'delivered') return outcome
    const ends = endsToRepeat(entries, answer.headers.date, between(begun, io.now()))
    return ends.length === 0 ? outcome : outcomeOf(await call(peer, ends), io, describe)
  }

  return async (peer, entries) => {
    const refused: string[] = []
    let calls = 0
    const end = plus(io.now(), longestSearch)
    const isOver = () => calls >= mostCalls || io.now() > end
    const name = (part: readonly Entry[]) =>
      refused.push(...part.map(({ incident }) => incident.shortId))
    async function sift(part: readonly Entry[]): Promise<SendOutcome> {
      calls += 1
      const outcome = await post(peer, part)
      if (outcome.kind !== 'rejected' || outcome.fault !== 'content') return outcome
      if (part.length === 1 || isOver()) {
        name(part)
        return outcome
      }
      const middle = part.length >> 1
      const rest = part.slice(middle)
      const first = await sift(part.slice(0, middle))
      if (isOver()) {
        name(rest)
        return mayPass(first) ? first : outcome
      }
      const second = await sift(rest)
      // What may pass is worth another attempt, in which the refused ones are named again.
      return [first, second].find(mayPass) ?? (first.kind === 'delivered' ? second : first)
    }
    const outcome = await sift(entries)
    return { outcome, refused }
  }
}
