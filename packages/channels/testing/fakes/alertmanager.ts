import { Buffer } from 'node:buffer'
import type { ReceivedRequest } from './http-fake.ts'
import { isObject, type RobotFake, startRobotFake, textAt } from './robot-fake.ts'

export interface AlertmanagerFakeOptions {
  readonly user?: string
  readonly password?: string
  readonly bearerToken?: string
  /** Its clock in milliseconds; the real one unless told. */
  readonly now?: () => number
}

/** An alert as it is kept: known by its labels. */
export interface KeptAlert {
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly startsAt: number
  readonly endsAt: number
}

/** An end that was not told gives way to any other. */
interface StoredAlert extends KeptAlert {
  readonly endIsAssumed: boolean
}

export interface AlertmanagerFake extends RobotFake {
  /** What is firing at a time in milliseconds; by its own clock unless told. */
  firing(at?: number): readonly KeptAlert[]
}

const resolveTimeout = 5 * 60_000

const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

const texts = (value: unknown): Record<string, string> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
        ),
      )
    : {}

const timeAt = (alert: unknown, key: string): number => {
  const text = textAt(alert, key)
  return zoned.test(text) ? Date.parse(text) : Number.NaN
}

/** The alert as it is stored, or why it is not. */
function readAlert(alert: unknown, now: number): StoredAlert | string {
  if (!isObject(alert)) return 'an alert must be an object'
  const labels = texts(alert.labels)
  if (Object.keys(labels).length === 0) return 'at least one label pair required'
  const invalid = Object.keys(labels).find((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
  if (invalid !== undefined) return `invalid label set: invalid name "${invalid}"`
  const hasEnd = alert.endsAt !== undefined
  const endsAt = hasEnd ? timeAt(alert, 'endsAt') : now + resolveTimeout
  const fallback = hasEnd ? endsAt : now
  const startsAt = alert.startsAt === undefined ? fallback : timeAt(alert, 'startsAt')
  if (Number.isNaN(startsAt) || Number.isNaN(endsAt)) return 'times must be in RFC 3339'
  if (endsAt < startsAt) return 'start time must be before end time'
  return { labels, annotations: texts(alert.annotations), startsAt, endsAt, endIsAssumed: !hasEnd }
}

/** The alert with what was known of it: an end in its future does not replace a later one. */
function merge(old: StoredAlert | undefined, posted: StoredAlert, now: number): StoredAlert {
  const isWithin = (at: number) => old !== undefined && at > old.startsAt && at < old.endsAt
  if (old === undefined || !(isWithin(posted.startsAt) || isWithin(posted.endsAt))) return posted
  const oldEndStays = posted.endsAt > now ? !old.endIsAssumed : old.endsAt <= now
  return {
    ...posted,
    startsAt: Math.min(old.startsAt, posted.startsAt),
    endsAt: oldEndStays ? Math.max(old.endsAt, posted.endsAt) : posted.endsAt,
  }
}

const identityOf = ({ labels }: KeptAlert): string => JSON.stringify(Object.entries(labels).sort())

function listIn(text: string): readonly unknown[] | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return Array.isArray(parsed) ? parsed : null
  } catch {
    return null
  }
}

/** The push side of Alertmanager: it knows alerts by their labels, and ends them by their times. */
export async function startAlertmanagerFake(
  options: AlertmanagerFakeOptions = {},
): Promise<AlertmanagerFake> {
  const kept = new Map<string, StoredAlert>()
  const clock = options.now ?? Date.now

  function mayEnter({ headers }: ReceivedRequest): boolean {
    const { user, password, bearerToken } = options
    if (bearerToken !== undefined) return headers.authorization === `Bearer ${bearerToken}`
    if (user === undefined) return true
    const pair = Buffer.from(`${user}:${password ?? ''}`).toString('base64')
    return headers.authorization === `Basic ${pair}`
  }

  const fake = await startRobotFake((request) => {
    const now = clock()
    const headers = { date: new Date(now).toUTCString() }
    const refuse = (status: number, body: string) => ({
      status,
      body,
      headers,
      accepted: false,
      text: '',
      warnings: [],
    })
    if (!mayEnter(request)) return refuse(401, 'Unauthorized\n')
    if (request.method !== 'POST' || request.url.pathname !== '/api/v2/alerts') {
      return refuse(404, 'path was not found')
    }
    const posted = listIn(request.text)
    if (posted === null) return refuse(400, '{"code":400,"message":"parsing alerts body failed"}')
    const read = posted.map((alert) => readAlert(alert, now))
    const valid = read.filter((alert) => typeof alert !== 'string')
    const faults = read.filter((alert) => typeof alert === 'string')
    for (const alert of valid) {
      const identity = identityOf(alert)
      kept.set(identity, merge(kept.get(identity), alert, now))
    }
    if (faults.length > 0) return refuse(400, JSON.stringify(faults.join('; ')))
    const text = valid
      .flatMap(({ labels, annotations }) => [labels, annotations].flatMap(Object.values))
      .concat(posted.map((alert) => textAt(alert, 'generatorURL')))
      .join('\n')
    return { status: 200, body: '', headers, accepted: true, text, warnings: [] }
  })
  return {
    ...fake,
    // As the real one, which does not look at the start.
    firing: (at = clock()) => [...kept.values()].filter(({ endsAt }) => endsAt > at),
  }
}
