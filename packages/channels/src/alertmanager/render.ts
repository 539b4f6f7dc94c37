import { hours, type Instant, instant, minutes, plus, toIso } from '@highwater/core'
import type { AddressedMessage } from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { type Incident, renderIncidents } from '../text/incidents.ts'
import type { AlertmanagerConfig } from './config.ts'

/** Of one alert; Alertmanager names no limit, and keeps all of them in memory. */
export const maxAlertBytes = 16_000

/** An alert of `POST /api/v2/alerts`, but for the label that only the sender knows. */
export interface PostedAlert {
  /** What it is known by: nothing in here may change while the alert lives. */
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly startsAt: string
  readonly endsAt: string
  readonly generatorURL: string
}

export interface Entry {
  readonly incident: Incident
  readonly form: PostedAlert
}

export interface AlertmanagerPayload extends RenderedPayload {
  readonly alerts: readonly Entry[]
}

/** When it is over: as it was, or so far ahead that only a lost end could make it untrue. */
function endOf(incident: Incident, config: AlertmanagerConfig): Instant {
  if (incident.isOver) return instant(Math.max(incident.at, incident.openedAt))
  return plus(incident.at, incident.event === 'test' ? minutes(5) : hours(config.holdHours))
}

function alertOf(incident: Incident, config: AlertmanagerConfig): PostedAlert {
  const { event, severity, subject, level, facts, summary, description, url } = incident
  return {
    labels: {
      ...config.labels,
      alertname: event === 'test' ? 'highwater_test' : event,
      severity,
      subject,
    },
    annotations: { summary, description, ...(level === null ? {} : { level }), ...facts },
    startsAt: toIso(incident.openedAt),
    endsAt: toIso(endOf(incident, config)),
    generatorURL: url,
  }
}

export function renderAlertmanager(
  addressed: AddressedMessage,
  config: AlertmanagerConfig,
): AlertmanagerPayload {
  const { forms, ...rest } = renderIncidents(
    addressed,
    (incident) => alertOf(incident, config),
    maxAlertBytes,
  )
  return { alerts: forms, ...rest }
}
