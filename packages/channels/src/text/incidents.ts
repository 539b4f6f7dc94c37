import { type Instant, readableTime } from '@highwater/core'
import type { AlertEvent, Severity } from '@highwater/core/alert'
import type {
  AddressedMessage,
  AlertMessage,
  DigestMember,
  DigestMessage,
  TestMessage,
} from '@highwater/core/notify'
import type { ProtectionLevel } from '@highwater/core/policy'
import { byteLength, fitToLimit } from './bytes.ts'
import { type ComposedMessage, composeMessage } from './compose.ts'
import { lineOf } from './compose-digest.ts'
import { digestPhrases } from './digest-phrases.ts'
import { nameOf } from './name-of.ts'

/** One alert as a receiver takes it that keeps incidents of its own. */
export interface Incident {
  /** Null: the alert that the message is about. */
  readonly id: string | null
  readonly shortId: string
  readonly event: AlertEvent | 'test'
  readonly severity: Severity
  readonly level: ProtectionLevel | null
  /** What the alert is about; it keeps its name as long as the alert lives. */
  readonly subject: string
  readonly isOver: boolean
  readonly openedAt: Instant
  /** When this was true; the end of an incident that is over. */
  readonly at: Instant
  readonly summary: string
  readonly description: string
  readonly url: string
  /** The rest of what is known, by closed English names. */
  readonly facts: Readonly<Record<string, string>>
}

const sentencesOf = ({ sentences, detail }: ComposedMessage): string =>
  [...sentences, ...(detail === null ? [] : [detail.text])].join('\n')

/**
 * In the words of a template, but for the facts: receivers read them by their names, which the lines
 * of a template do not have.
 */
function withOwnFacts(addressed: AddressedMessage, dataBytes: number): ComposedMessage {
  const composed = composeMessage(addressed, dataBytes)
  if (addressed.template === undefined) return composed
  const { facts } = composeMessage({ ...addressed, template: undefined }, dataBytes)
  return { ...composed, facts }
}

const factsOf = (composed: ComposedMessage): Record<string, string> =>
  Object.fromEntries(composed.facts.map(({ name, value }) => [name, value]))

/** Never cut further than any name is, so that all messages of an alert have the same. */
const subjectOf = ({ subject, shortId }: AlertMessage | DigestMember): string =>
  nameOf(subject, Number.POSITIVE_INFINITY) || shortId

function incidentOfAlert(message: AlertMessage, composed: ComposedMessage): Incident {
  const { shortId, event, severity, level, openedAt, sentFor } = message
  return {
    id: null,
    shortId,
    event,
    severity,
    level,
    subject: subjectOf(message),
    isOver: message.kind === 'resolved',
    openedAt,
    at: sentFor,
    summary: composed.headline,
    description: sentencesOf(composed),
    url: message.alertUrl,
    facts: factsOf(composed),
  }
}

function incidentOfMember(
  member: DigestMember,
  digest: DigestMessage,
  told: Pick<Incident, 'summary' | 'description' | 'facts'>,
): Incident {
  const { incidentId, shortId, event, severity, level, openedAt, state, url } = member
  return {
    id: incidentId,
    shortId,
    event,
    severity,
    level,
    subject: subjectOf(member),
    isOver: state === 'closed',
    openedAt,
    at: digest.sentFor,
    ...told,
    url,
    facts: { id: shortId, digest: digest.shortId, ...told.facts },
  }
}

const incidentOfTest = (message: TestMessage, composed: ComposedMessage): Incident => ({
  id: null,
  shortId: message.shortId,
  event: 'test',
  severity: 'info',
  level: null,
  subject: 'Highwater',
  isOver: false,
  openedAt: message.sentFor,
  at: message.sentFor,
  summary: composed.headline,
  description: sentencesOf(composed),
  url: message.consoleUrl,
  facts: factsOf(composed),
})

/** What a message says of each of its alerts; those that it does not name are counted. */
function incidentsOf(
  addressed: AddressedMessage,
  composed: ComposedMessage,
  dataBytes: number,
): readonly Incident[] {
  const { message, locale, timeZone } = addressed
  if (message.kind === 'test') return [incidentOfTest(message, composed)]
  if (message.kind !== 'digest') return [incidentOfAlert(message, composed)]
  const { members } = message
  const unnamed = message.count - members.length
  const description = [
    ...composed.sentences,
    ...(unnamed > 0 ? [digestPhrases[locale].more(unnamed)] : []),
  ].join('\n')
  const { called } = factsOf(composed)
  const whom = called === undefined ? {} : { called }
  return members.map((member) => {
    const summary = lineOf(member, locale, dataBytes)
    const facts = { opened: readableTime(member.openedAt, timeZone), ...whom }
    return incidentOfMember(member, message, { summary, description, facts })
  })
}

/** A message as one call, or one entry, for each of its alerts. */
export interface RenderedIncidents<Form> {
  readonly forms: readonly { readonly incident: Incident; readonly form: Form }[]
  /** UTF-8 bytes of the largest of them as JSON. */
  readonly bytes: number
  readonly shortened: boolean
  readonly preview: { readonly title: string; readonly body: string; readonly format: 'json' }
}

/** Gives each alert of a message its form, none larger than `maxBytes` as JSON. */
export function renderIncidents<Form>(
  addressed: AddressedMessage,
  formOf: (incident: Incident) => Form,
  maxBytes: number,
): RenderedIncidents<Form> {
  const bytesOf = (rendered: { readonly forms: readonly { readonly form: Form }[] }): number =>
    Math.max(0, ...rendered.forms.map(({ form }) => byteLength(JSON.stringify(form))))
  const { rendered, shortened } = fitToLimit(
    (dataBytes) => {
      const composed = withOwnFacts(addressed, dataBytes)
      const incidents = incidentsOf(addressed, composed, dataBytes)
      const forms = incidents.map((incident) => ({ incident, form: formOf(incident) }))
      return { composed, forms }
    },
    bytesOf,
    maxBytes,
  )
  const { message } = addressed
  const { composed, forms } = rendered
  return {
    forms,
    bytes: bytesOf(rendered),
    shortened: shortened || (message.kind === 'digest' && message.count > forms.length),
    preview: {
      title: composed.headline,
      body: JSON.stringify(
        forms.slice(0, 20).map(({ form }) => form),
        null,
        2,
      ),
      format: 'json',
    },
  }
}
