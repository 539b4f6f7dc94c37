import type { AlertEvent, Severity } from '../alert/event.ts'
import type { Particulars } from '../alert/particulars.ts'
import type { MessageLocale } from '../locale.ts'
import type { MentionedPerson } from '../person/contact.ts'
import type { ProtectionLevel } from '../policy/level.ts'
import type { ProjectKind } from '../project/kind.ts'
import type { Instant, Millis } from '../time.ts'
import type { DigestMessage } from './digest.ts'
import type { MessageTemplate } from './message-template.ts'

/** The kinds of message that a channel can be asked to carry. */
export const messageKinds = ['firing', 'repeat', 'resolved', 'digest', 'test'] as const
export type MessageKind = (typeof messageKinds)[number]

/** The kinds of message that tell of one alert. */
export type AlertMessageKind = Exclude<MessageKind, 'digest' | 'test'>

/** Why an alert is over. Only `recovered` may be called a recovery. */
export const closeReasons = [
  'recovered',
  'level_changed',
  'policy_changed',
  'protection_removed',
  'project_paused',
  'project_finished',
  'project_released',
  'project_deleted',
  'object_removed',
  'work_taken_over',
  'closed_by_person',
] as const
export type CloseReason = (typeof closeReasons)[number]

/** What a reader must know about this message beside the alert itself. */
export const messageNotes = [
  'first_news_of_a_closed_alert',
  'may_be_a_duplicate',
  'level_raised',
  'reopened',
  'peak_doubled',
  'flapping',
  'steady_again',
  'escalated',
  'snooze_ended',
  'silence_ended',
  'period_began',
  'replayed',
] as const
export type MessageNote = (typeof messageNotes)[number]

/** The project that a message speaks of. */
export interface MessageProject {
  readonly name: string
  readonly kind: ProjectKind
  readonly department: string
  readonly owner: string | null
  readonly source: string | null
  readonly target: string | null
  readonly tags: readonly string[]
}

/**
 * What an alert has to say, before any channel's format: the one input of every `render`.
 * It is stored with the notification, so that a retry says what was true when it was written.
 */
export interface AlertMessage {
  readonly kind: AlertMessageKind
  /** Short and stable over retries, so that a reader can tell a duplicate from news. */
  readonly shortId: string
  readonly alertUrl: string
  readonly event: AlertEvent
  readonly severity: Severity
  readonly level: ProtectionLevel
  readonly project: MessageProject | null
  /** What a system alert is about, such as a source's name. */
  readonly subject: string
  readonly openedAt: Instant
  readonly sentFor: Instant
  /** How long the alert has been open at `sentFor`. */
  readonly lasted: Millis
  /** The measured length (latency, interruption, silence) and the length that was allowed. */
  readonly observed: Millis | null
  readonly threshold: Millis | null
  /** 0 for the first message, then 1, 2, 3 for the repeats. */
  readonly repeat: number
  readonly closeReason: CloseReason | null
  /** Who ended it, by closing it or by an edit, and why in their own words; left out where nobody did. */
  readonly closedBy?: { readonly name: string; readonly note: string | null }
  /** The source's own words about the failure, if it gave any; never trusted as markup. */
  readonly detail: string | null
  /** What some events say beside a length of time. */
  readonly particulars: Particulars | null
  /** The latency shown is old: no newer one has arrived. */
  readonly stale: boolean
  readonly note: MessageNote | null
  /** How often it has turned on and off at least, in the news that it is flapping. */
  readonly turns?: number
  /** Whom it calls, as its subscriptions want; left out for nobody. */
  readonly mentions?: readonly MentionedPerson[]
  /** How much later than it should have been it was found, after an outage of Highwater. */
  readonly detectedLate?: Millis
  /** It waited while its channel was cut off, and stands for the earlier ones that did. */
  readonly withheld?: Withheld
}

/** What an outage of the channel held back; `others` counts the messages that were left out. */
export interface Withheld {
  readonly from: Instant
  readonly to: Instant
  readonly others: number
}

/** The message that "Test connection" sends through the same path as alerts. */
export interface TestMessage {
  readonly kind: 'test'
  readonly shortId: string
  readonly channelName: string
  readonly requestedBy: string
  readonly sentFor: Instant
  readonly consoleUrl: string
  /** Only asks whether the receiver would take messages: none is left with it. */
  readonly asksOnly?: true
  /** It is no test but the mail by which its reader chooses a new password. */
  readonly passwordReset?: {
    /** The address holds the token, so it is sealed until the mail is written. */
    readonly sealedUrl: string
    readonly minutes: number
  }
}

export type ChannelMessage = AlertMessage | DigestMessage | TestMessage

/** How those who get a message want to read it. */
export interface MessageReader {
  readonly locale: MessageLocale
  /** In which times are written, such as `Asia/Shanghai`; UTC where it is left out. */
  readonly timeZone?: string | undefined
}

/** A message and how its readers want it. */
export interface AddressedMessage extends MessageReader {
  readonly message: ChannelMessage
  /** What it says in place of the built-in words. */
  readonly template?: MessageTemplate | undefined
}
