import { type Instant, type MessageLocale, type Millis, readableTime } from '@highwater/core'
import { type AlertEvent, alertEventFacts, measuresDistance } from '@highwater/core/alert'
import type {
  AddressedMessage,
  AlertMessage,
  MessageReader,
  TestMessage,
} from '@highwater/core/notify'
import { composeTemplated } from '../template/compose-templated.ts'
import { clipToBytes } from './bytes.ts'
import { manyLines } from './clean.ts'
import { composeDigest } from './compose-digest.ts'
import { en } from './en.ts'
import { nameOf } from './name-of.ts'
import type { FactName, Phrases } from './phrases.ts'
import { closeNoteOf, endOf } from './say-end.ts'
import { sayFigures } from './say-figures.ts'
import { zhCn } from './zh-cn.ts'
import { zhTw } from './zh-tw.ts'

const phrases: Readonly<Record<MessageLocale, Phrases>> = { 'zh-CN': zhCn, 'zh-TW': zhTw, en }

export const phrasesFor = (locale: MessageLocale): Phrases => phrases[locale]

export interface Fact {
  /** `own`: a line of a template. */
  readonly name: FactName | 'own'
  readonly label: string
  readonly value: string
}

/** What a message says, without any markup: each format escapes every string of it. */
export interface ComposedMessage {
  readonly headline: string
  /** What happened, then how old the figure is and why the message came, one sentence each. */
  readonly sentences: readonly string[]
  readonly facts: readonly Fact[]
  /** The alerts of a digest; `more` says how many it does not name. */
  readonly list: {
    readonly items: readonly { readonly text: string; readonly url: string }[]
    readonly more: string | null
  } | null
  readonly detail: { readonly label: string; readonly text: string } | null
  readonly link: { readonly label: string; readonly url: string }
  readonly shortId: string
}

/** What the alert is about: its project, or the subject of a system alert. */
export const targetOf = (message: AlertMessage): string => message.project?.name ?? message.subject

const endOfSentence: Readonly<Record<MessageLocale, string>> = {
  'zh-CN': '。',
  'zh-TW': '。',
  en: '.',
}

/** Less than a second would be told as "0 s". */
const isWorthSaying = (lasted: Millis): boolean => lasted >= 1_000

/** The first sentence of an alert: the figures while it is open, the reason once it is closed. */
export function summaryOf(
  message: AlertMessage,
  locale: MessageLocale,
  dataBytes = Number.POSITIVE_INFINITY,
): string {
  const say = phrasesFor(locale)
  if (message.kind === 'resolved') return endOf(message, say, dataBytes)
  if (message.observed === null) return `${say.event[message.event]}${endOfSentence[locale]}`
  const figures = sayFigures({ ...message, observed: message.observed }, say, dataBytes)
  // An interruption or a silence is itself a length of time: how long it has lasted says nothing new.
  const lasted =
    measuresDistance(message.event) && isWorthSaying(message.lasted)
      ? say.lasted(say.roughly(message.lasted))
      : ''
  return `${figures}${lasted}${endOfSentence[locale]}`
}

/** That the message is late, as its channel was cut off. */
export const withheldIn = (
  {
    from,
    to,
    others = 0,
  }: { readonly from: Instant; readonly to: Instant; readonly others?: number },
  say: Phrases,
  timeZone?: string,
): string => say.withheld(readableTime(from, timeZone), readableTime(to, timeZone), others)

/** What the subject of an alert without a project is. */
function subjectFactOf(event: AlertEvent): FactName {
  if (event === 'channel_down') return 'channel'
  if (event === 'evaluation_gap') return 'system'
  return alertEventFacts[event].subject === 'host' ? 'host' : 'source_name'
}

function alertFacts(
  message: AlertMessage,
  say: Phrases,
  timeZone: string | undefined,
  dataBytes: number,
): readonly Fact[] {
  const { project } = message
  const route = [project?.source, project?.target].filter((end) => typeof end === 'string')
  const values: readonly (readonly [FactName, string | null])[] = [
    ['project', project?.name ?? null],
    [subjectFactOf(message.event), project === null ? message.subject : null],
    ['kind', project === null ? null : say.projectKind[project.kind]],
    ['department', project?.department ?? null],
    ['owner', project?.owner ?? null],
    ['route', route.length === 0 ? null : route.join(' → ')],
    ['tags', project?.tags.join(say.listSeparator) ?? null],
    ['opened', readableTime(message.openedAt, timeZone)],
    [message.kind === 'resolved' ? 'closed' : 'sent', readableTime(message.sentFor, timeZone)],
    ['lasted', isWorthSaying(message.lasted) ? say.roughly(message.lasted) : null],
    ['id', message.shortId],
  ]
  return values.flatMap(([name, value]) =>
    value === null || value === ''
      ? []
      : [{ name, label: say.fact[name], value: nameOf(value, dataBytes) }],
  )
}

function alertSentences(
  message: AlertMessage,
  say: Phrases,
  { locale, timeZone }: MessageReader,
  dataBytes: number,
): readonly string[] {
  const { kind, stale, note, turns, detectedLate, withheld } = message
  const sentences = [summaryOf(message, locale, dataBytes)]
  const closeNote = closeNoteOf(message, dataBytes)
  if (closeNote !== null) sentences.push(say.closeNote(closeNote))
  if (stale && kind !== 'resolved') sentences.push(say.stale)
  if (note !== null) sentences.push(say.note[note])
  if (turns !== undefined) sentences.push(say.turned(turns))
  if (detectedLate !== undefined) sentences.push(say.detectedLate(say.roughly(detectedLate)))
  if (withheld !== undefined) sentences.push(withheldIn(withheld, say, timeZone))
  return sentences
}

function detailOf(message: AlertMessage, say: Phrases, dataBytes: number) {
  // What the source said of the trouble would read as if it still held in the news of its end.
  const said = message.kind === 'resolved' ? null : message.detail
  const text = said === null ? '' : clipToBytes(manyLines(said), dataBytes)
  if (text === '') return null
  return { label: message.event === 'channel_down' ? say.cause : say.detail, text }
}

class ComposedAlert implements ComposedMessage {
  readonly headline: string
  readonly sentences: readonly string[]
  readonly list = null
  readonly detail: ComposedMessage['detail']
  readonly link: ComposedMessage['link']
  readonly shortId: string
  readonly #message: AlertMessage
  readonly #reader: MessageReader
  readonly #dataBytes: number

  constructor(message: AlertMessage, reader: MessageReader, dataBytes: number) {
    const say = phrasesFor(reader.locale)
    const state = say.state(message.kind, message.repeat, message.closeReason === 'recovered')
    const level = message.project === null ? null : say.level[message.level]
    const name = nameOf(targetOf(message), dataBytes)
    this.headline = say.headline(state, name, say.event[message.event], level)
    this.sentences = alertSentences(message, say, reader, dataBytes)
    this.detail = detailOf(message, say, dataBytes)
    this.link = { label: say.openAlert, url: message.alertUrl }
    this.shortId = message.shortId
    this.#message = message
    this.#reader = reader
    this.#dataBytes = dataBytes
  }

  /** Found out when somebody looks: many a format has no room for them. */
  get facts(): readonly Fact[] {
    const { locale, timeZone } = this.#reader
    return alertFacts(this.#message, phrasesFor(locale), timeZone, this.#dataBytes)
  }
}

/** Nothing but what its reader needs: whoever reads over their shoulder learns no more. */
const composeReset = (message: TestMessage, say: Phrases): ComposedMessage => ({
  headline: say.resetHeadline(),
  sentences: [say.resetSentence(message.passwordReset?.minutes ?? 0)],
  facts: [],
  list: null,
  detail: null,
  link: { label: say.resetLink(), url: message.consoleUrl },
  shortId: message.shortId,
})

function composeTest(
  message: TestMessage,
  { locale, timeZone }: MessageReader,
  dataBytes: number,
): ComposedMessage {
  const say = phrasesFor(locale)
  if (message.passwordReset !== undefined) return composeReset(message, say)
  const channelName = nameOf(message.channelName, dataBytes)
  const requestedBy = nameOf(message.requestedBy, dataBytes)
  return {
    headline: say.testHeadline(),
    sentences: [say.testSentence(channelName, requestedBy)],
    facts: [
      { name: 'sent', label: say.fact.sent, value: readableTime(message.sentFor, timeZone) },
      { name: 'id', label: say.fact.id, value: message.shortId },
    ],
    list: null,
    detail: null,
    link: { label: say.openConsole, url: message.consoleUrl },
    shortId: message.shortId,
  }
}

function composeInOwnWords(addressed: AddressedMessage, dataBytes: number): ComposedMessage {
  const { message } = addressed
  switch (message.kind) {
    case 'test':
      return composeTest(message, addressed, dataBytes)
    case 'digest':
      return composeDigest(message, addressed, dataBytes)
    default:
      return new ComposedAlert(message, addressed, dataBytes)
  }
}

/** The people whom the message is for stand in it by name, whatever a template says. */
function withNames(
  composed: ComposedMessage,
  { message, locale }: AddressedMessage,
  dataBytes: number,
): ComposedMessage {
  if (message.kind === 'test' || message.mentions === undefined) return composed
  const say = phrasesFor(locale)
  const names = message.mentions.map(({ name }) => name).join(say.listSeparator)
  const value = nameOf(names, dataBytes)
  if (value === '') return composed
  const fact: Fact = { name: 'called', label: say.fact.called, value }
  return { ...composed, facts: [...composed.facts, fact] }
}

/**
 * Puts a message into words, the built-in ones or those of a template, each piece of data cut to at
 * most `dataBytes` UTF-8 bytes.
 */
export function composeMessage(addressed: AddressedMessage, dataBytes: number): ComposedMessage {
  const ownWords = composeInOwnWords(addressed, dataBytes)
  const { message, template } = addressed
  // It travels as a test and is none: in the words of one, its reader would not know what it is for.
  const isReset = message.kind === 'test' && message.passwordReset !== undefined
  const composed =
    template === undefined || isReset
      ? ownWords
      : composeTemplated(addressed, template, ownWords, dataBytes)
  return withNames(composed, addressed, dataBytes)
}
