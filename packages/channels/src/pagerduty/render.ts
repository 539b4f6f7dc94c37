import { toIso } from '@highwater/core'
import type { Severity } from '@highwater/core/alert'
import type { AddressedMessage } from '@highwater/core/notify'
import type { RenderedPayload } from '../kind.ts'
import { clipToUnits } from '../text/bytes.ts'
import { phrasesFor } from '../text/compose.ts'
import { type Incident, renderIncidents } from '../text/incidents.ts'

/** PagerDuty takes 512 KB; more than this nobody reads at night. */
export const maxEventBytes = 16_000

/** Characters of a summary, and of the name of a source. */
const maxSummary = 1_024
const maxSource = 255

type PagerdutySeverity = 'critical' | 'error' | 'warning' | 'info'

/** An event of the Events API v2, but for the keys that only the sender knows. */
export interface PagerdutyEvent {
  readonly event_action: 'trigger' | 'resolve'
  readonly payload: {
    readonly summary: string
    readonly source: string
    readonly severity: PagerdutySeverity
    readonly timestamp: string
    readonly group?: string
    readonly class: string
    readonly custom_details: Readonly<Record<string, string>>
  }
  readonly links: readonly { readonly href: string; readonly text: string }[]
  readonly client: string
  readonly client_url: string
}

export interface PagerdutyPayload extends RenderedPayload {
  readonly events: readonly { readonly incident: Incident; readonly form: PagerdutyEvent }[]
}

/** A warning about what is protected most is an error here: it is worth waking somebody for. */
function severityOf(severity: Severity, level: Incident['level']): PagerdutySeverity {
  return severity === 'warning' && level === 'high' ? 'error' : severity
}

function eventOf(incident: Incident, openAlert: string): PagerdutyEvent {
  const { facts, url } = incident
  return {
    event_action: incident.isOver ? 'resolve' : 'trigger',
    payload: {
      summary: clipToUnits(incident.summary, maxSummary),
      source: clipToUnits(incident.subject, maxSource),
      severity: severityOf(incident.severity, incident.level),
      timestamp: toIso(incident.isOver ? incident.at : incident.openedAt),
      ...(facts.department === undefined ? {} : { group: facts.department }),
      class: incident.event,
      custom_details: {
        description: incident.description,
        ...(incident.level === null ? {} : { level: incident.level }),
        ...facts,
      },
    },
    links: [{ href: url, text: openAlert }],
    client: 'Highwater',
    client_url: url,
  }
}

export function renderPagerduty(addressed: AddressedMessage): PagerdutyPayload {
  const say = phrasesFor(addressed.locale)
  const openAlert = addressed.message.kind === 'test' ? say.openConsole : say.openAlert
  const { forms, ...rest } = renderIncidents(
    addressed,
    (incident) => eventOf(incident, openAlert),
    maxEventBytes,
  )
  return { events: forms, ...rest }
}
