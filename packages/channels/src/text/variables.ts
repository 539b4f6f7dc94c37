import { type MessageLocale, readableTime, toSeconds, zonedIso } from '@highwater/core'
import { alertEventFacts } from '@highwater/core/alert'
import type {
  AddressedMessage,
  AlertMessage,
  DigestMessage,
  TestMessage,
} from '@highwater/core/notify'
import { clipToBytes } from './bytes.ts'
import { manyLines, oneLine } from './clean.ts'
import { type ComposedMessage, composeMessage, phrasesFor, summaryOf, targetOf } from './compose.ts'
import type { Phrases } from './phrases.ts'
import { plainText } from './plain.ts'
import { noVariables, type Variables } from './variable-names.ts'

const orNull = (value: number | null): string => (value === null ? 'null' : String(value))

const digestWord: Readonly<Record<MessageLocale, string>> = {
  'zh-CN': '汇总',
  'zh-TW': '彙總',
  en: 'Digest',
}

/** Of the severity; green once it is over. */
function colourOf({ kind, severity }: AlertMessage): string {
  if (kind === 'resolved') return '#2e9e5b'
  return { critical: '#d0342c', warning: '#e08a00', info: '#3b6fd6' }[severity]
}

interface Figures {
  readonly threshold: number | null
  readonly value: number | null
  readonly shown: string
  readonly thresholdShown: string
}

/** The figure and its limit as plain numbers: seconds, or percent where an event measures those. */
function figuresOf(message: AlertMessage, say: Phrases): Figures {
  const { observed, threshold, particulars } = message
  if (particulars?.type === 'host_figures') {
    const [worst] = particulars.figures
    const shown = particulars.figures.map(({ percent }) => `${percent} %`)
    return {
      threshold: worst?.limit ?? null,
      value: worst?.percent ?? null,
      shown: shown.join(say.listSeparator),
      thresholdShown: worst === undefined ? '' : `${worst.limit} %`,
    }
  }
  return {
    threshold: threshold === null ? null : toSeconds(threshold),
    value: observed === null ? null : toSeconds(observed),
    shown: observed === null ? '' : say.measured(observed),
    thresholdShown: threshold === null ? '' : say.measured(threshold),
  }
}

const mentionsIn = (
  { mentions = [] }: AlertMessage | DigestMessage,
  say: Phrases,
  dataBytes: number,
): string =>
  clipToBytes(oneLine(mentions.map(({ name }) => name).join(say.listSeparator)), dataBytes)

function alertVariables(
  message: AlertMessage,
  addressed: AddressedMessage,
  dataBytes: number,
): Partial<Variables> {
  const say = phrasesFor(addressed.locale)
  const { timeZone } = addressed
  const clip = (data: string | null | undefined): string =>
    clipToBytes(oneLine(data ?? ''), dataBytes)
  const { project } = message
  const figures = figuresOf(message, say)
  const shownIn = (locale: MessageLocale) => figuresOf(message, phrasesFor(locale)).shown
  const isOver = message.kind === 'resolved'
  const recovered = message.closeReason === 'recovered'
  return {
    object: project === null ? clip(message.subject) : '',
    alarm_level_shown: project === null ? '' : say.level[message.level],
    alarm_level_color: colourOf(message),
    alarm_status_shown: say.state(message.kind, message.repeat, recovered),
    alarm_active_at_shown: readableTime(message.openedAt, timeZone),
    alarm_resolved_at_shown: isOver ? readableTime(message.sentFor, timeZone) : '',
    alarm_last_interval_shown: say.roughly(message.lasted),
    alarm_threshold_shown: figures.thresholdShown,
    value_zh_cn: shownIn('zh-CN'),
    value_zh_tw: shownIn('zh-TW'),
    value_en_us: shownIn('en'),
    severity_shown: say.severity[message.severity],
    project_kind_shown: project === null ? '' : say.projectKind[project.kind],
    close_reason_shown:
      isOver && message.closeReason !== null ? say.closed[message.closeReason] : '',
    alarm_type: message.event,
    alarm_name: say.event[message.event],
    alarm_scope: alertEventFacts[message.event].subject,
    alarm_level: message.level,
    alarm_status: message.kind === 'resolved' ? 'inactive' : 'active',
    alarm_target: clip(targetOf(message)),
    alarm_summary: summaryOf(message, addressed.locale, dataBytes),
    alarm_active_at: zonedIso(message.openedAt, timeZone),
    alarm_resolved_at: isOver ? zonedIso(message.sentFor, timeZone) : '',
    alarm_last_interval: String(Math.round(toSeconds(message.lasted))),
    alarm_threshold: orNull(figures.threshold),
    alarm_url: message.alertUrl,
    value: orNull(figures.value),
    value_shown: figures.shown,
    severity: message.severity,
    project: clip(project?.name),
    project_kind: project?.kind ?? '',
    department: clip(project?.department),
    owner: clip(project?.owner),
    mentions: mentionsIn(message, say, dataBytes),
    source: clip(project?.source),
    target: clip(project?.target),
    tags: clip(project?.tags.join(',')),
    tags_shown: clip(project?.tags.join(say.listSeparator)),
    repeat: String(message.repeat),
    close_reason: message.closeReason ?? '',
    detail: clipToBytes(manyLines(message.detail ?? ''), dataBytes),
  }
}

const testVariables = (
  message: TestMessage,
  timeZone: string | undefined,
  say: Phrases,
  dataBytes: number,
): Partial<Variables> => ({
  channel: clipToBytes(oneLine(message.channelName), dataBytes),
  requested_by: clipToBytes(oneLine(message.requestedBy), dataBytes),
  alarm_status_shown: say.state('test', 0, false),
  alarm_status: 'test',
  alarm_target: clipToBytes(oneLine(message.channelName), dataBytes),
  alarm_active_at: zonedIso(message.sentFor, timeZone),
  alarm_url: message.consoleUrl,
})

const digestVariables = (
  message: DigestMessage,
  locale: MessageLocale,
  dataBytes: number,
): Partial<Variables> => ({
  subscription: clipToBytes(oneLine(message.subscription ?? ''), dataBytes),
  alarm_group_by: message.group?.map(({ by }) => by).join(',') ?? message.why,
  alarm_status_shown: digestWord[locale],
  alarm_status: 'digest',
  alarm_count: String(message.count),
  mentions: mentionsIn(message, phrasesFor(locale), dataBytes),
  alarm_url: message.listUrl,
})

function ownVariables(addressed: AddressedMessage, dataBytes: number): Partial<Variables> {
  const { message } = addressed
  switch (message.kind) {
    case 'test':
      return testVariables(message, addressed.timeZone, phrasesFor(addressed.locale), dataBytes)
    case 'digest':
      return digestVariables(message, addressed.locale, dataBytes)
    default:
      return alertVariables(message, addressed, dataBytes)
  }
}

/** The values of all template variables, where the message itself is put into words as `composed`. */
export function valuesOf(
  addressed: AddressedMessage,
  composed: ComposedMessage,
  dataBytes: number,
): Variables {
  const { message, locale, timeZone } = addressed
  const text = plainText(composed, phrasesFor(locale).labelSeparator)
  return {
    ...noVariables,
    kind: message.kind,
    headline: composed.headline,
    summary: composed.sentences[0] ?? '',
    message: text,
    message_json: JSON.stringify(text),
    alarm_id: message.shortId,
    alarm_summary: composed.headline,
    alarm_description: composed.sentences.join(' '),
    alarm_updated_at: zonedIso(message.sentFor, timeZone),
    alarm_updated_at_shown: readableTime(message.sentFor, timeZone),
    ...ownVariables(addressed, dataBytes),
  }
}

/** The values of all template variables; what a message does not have is empty, or `null` for a number. */
export const variablesOf = (addressed: AddressedMessage, dataBytes: number): Variables =>
  valuesOf(addressed, composeMessage(addressed, dataBytes), dataBytes)
