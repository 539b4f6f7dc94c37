import type { ReceivedRequest } from './http-fake.ts'
import { createRateWindow } from './rate-window.ts'
import { at, isObject, parseObject, type RobotFake, startRobotFake, textAt } from './robot-fake.ts'

export interface PagerdutyFakeOptions {
  /** The integration key; any of 32 characters is known when absent. */
  readonly routingKey?: string
  /** Events in any minute before 429; 120 unless told. */
  readonly perMinute?: number
}

/** An incident as its readers see it. */
export interface PagerdutyIncident {
  readonly summary: string
  readonly severity: string
  /** How often it was triggered while it was open. */
  readonly triggers: number
  readonly state: 'open' | 'resolved'
}

export interface PagerdutyFake extends RobotFake {
  /** By their keys; what was resolved and triggered again counts as a new one. */
  incidents(): ReadonlyMap<string, PagerdutyIncident>
}

const severities = ['critical', 'error', 'warning', 'info']

function faultsOf(request: ReceivedRequest, routingKey: string | undefined): string[] {
  const body = parseObject(request.text)
  if (body === null) return ['Event object is not valid JSON']
  const key = textAt(body, 'routing_key')
  const faults: string[] = []
  if (key.length !== 32) {
    faults.push("Length of 'routing_key' is incorrect (should be 32 characters)")
  } else if (routingKey !== undefined && key !== routingKey) {
    faults.push("'routing_key' is not the key of any integration")
  }
  const action = textAt(body, 'event_action')
  if (!['trigger', 'acknowledge', 'resolve'].includes(action)) {
    faults.push("'event_action' is missing or invalid")
  }
  const dedupKey = textAt(body, 'dedup_key')
  if (dedupKey.length > 255) faults.push("Length of 'dedup_key' is incorrect")
  if (action !== 'trigger' && dedupKey === '') faults.push("'dedup_key' is missing or blank")
  if (action === 'trigger') {
    const summary = textAt(body, 'payload', 'summary')
    if (summary === '') faults.push("'payload.summary' is missing or blank")
    if (summary.length > 1_024) faults.push("Length of 'payload.summary' is incorrect")
    if (textAt(body, 'payload', 'source') === '') {
      faults.push("'payload.source' is missing or blank")
    }
    if (!severities.includes(textAt(body, 'payload', 'severity'))) {
      faults.push("'payload.severity' is invalid (must be one of info, warning, error, critical)")
    }
  }
  return faults
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  return isObject(value) ? Object.values(value).flatMap(textsOf) : []
}

/** Events API v2: checks like the real one and keeps the incidents that its readers would see. */
export async function startPagerdutyFake(
  options: PagerdutyFakeOptions = {},
): Promise<PagerdutyFake> {
  const rate = createRateWindow([{ count: options.perMinute ?? 120, perMs: 60_000 }], 1_000)
  const incidents = new Map<string, PagerdutyIncident>()

  function apply(body: unknown): void {
    const key = textAt(body, 'dedup_key')
    const present = incidents.get(key)
    const isOpen = present?.state === 'open'
    if (textAt(body, 'event_action') === 'resolve') {
      // An end of what is not open is dropped in silence.
      if (isOpen) incidents.set(key, { ...present, state: 'resolved' })
      return
    }
    incidents.set(key, {
      summary: isOpen ? present.summary : textAt(body, 'payload', 'summary'),
      severity: textAt(body, 'payload', 'severity'),
      triggers: isOpen ? present.triggers + 1 : 1,
      state: 'open',
    })
  }

  const fake = await startRobotFake((request, _state, now) => {
    const body = parseObject(request.text)
    const text = textsOf(at(body, 'payload')).concat(textAt(body, 'client_url')).join('\n')
    const refuse = (status: number, said: object | string) => ({
      status,
      body: typeof said === 'string' ? said : JSON.stringify(said),
      accepted: false,
      text,
      warnings: [],
    })
    if (request.method !== 'POST' || request.url.pathname !== '/v2/enqueue') {
      return refuse(404, 'Not Found')
    }
    const errors = faultsOf(request, options.routingKey)
    if (errors.length > 0) {
      return refuse(400, { status: 'invalid event', message: 'Event object is invalid', errors })
    }
    if (rate(now) === 'over') {
      return refuse(429, { status: 'throttle exceeded', message: 'Too many events', errors: [] })
    }
    apply(body)
    const dedupKey = textAt(body, 'dedup_key')
    const said = { status: 'success', message: 'Event processed', dedup_key: dedupKey }
    return { status: 202, body: JSON.stringify(said), accepted: true, text, warnings: [] }
  })
  return { ...fake, incidents: () => new Map(incidents) }
}
