import { toIso } from '@highwater/core'
import { alertEventFacts } from '@highwater/core/alert'
import type { AddressedMessage } from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { type Incident, renderIncidents } from '../text/incidents.ts'
import type { OcpConfig } from './config.ts'

/** Of one alarm; OCP names no limit. */
export const maxAlarmBytes = 16_000

/** The body of `POST /api/v2/alarm/alarms`, but for the label that only the sender knows. */
export interface OcpAlarm {
  readonly alarmType: string
  readonly target: string
  readonly labels: Readonly<Record<string, string>>
}

export interface OcpPayload extends RenderedPayload {
  /** Nothing is reported: it is only asked whether the cluster would let us. */
  readonly asksOnly: boolean
  readonly alarms: readonly { readonly incident: Incident; readonly form: OcpAlarm }[]
}

function alarmTypeOf(event: Incident['event'], { alarmTypes }: OcpConfig): string {
  const own = alarmTypes[event]
  if (own !== undefined) return own
  const omsName = event === 'test' ? null : alertEventFacts[event].omsName
  return omsName ?? `highwater_${event}`
}

/** A target is written `key=value:key=value`: its own signs cannot stand in a name. */
const targetPart = (text: string): string => text.replace(/[\s=:;,]+/g, '_')

function alarmOf(incident: Incident, config: OcpConfig): OcpAlarm {
  const { event, shortId, subject, severity, level, summary, description, url, facts } = incident
  return {
    alarmType: alarmTypeOf(event, config),
    target: `app=highwater:object=${targetPart(subject)}:alert=${shortId}`,
    labels: {
      ...facts,
      event,
      severity,
      ...(level === null ? {} : { level }),
      subject,
      opened_at: toIso(incident.openedAt),
      summary,
      description,
      url,
    },
  }
}

export function renderOcp(addressed: AddressedMessage, config: OcpConfig): OcpPayload {
  const { message } = addressed
  const { forms, ...rest } = renderIncidents(
    addressed,
    (incident) => alarmOf(incident, config),
    maxAlarmBytes,
  )
  return { asksOnly: message.kind === 'test' && message.asksOnly === true, alarms: forms, ...rest }
}
