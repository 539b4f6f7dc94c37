import { assertNever } from '../assert-never.ts'
import type { AlertId, ChannelId, DepartmentId } from '../ids.ts'
import type { CloseReason, MessageKind, MessageNote } from './message.ts'
import type { SuppressionReason } from './suppression.ts'

/** Something that happened to an alert and that people should hear of. */
export interface AlertNews {
  readonly alert: AlertId
  readonly kind: Exclude<MessageKind, 'test'>
  readonly department: DepartmentId
  readonly note: MessageNote | null
  readonly closeReason: CloseReason | null
}

/** What a channel has heard of an alert so far: the best that became of any message about it. */
export type ToldState = 'nothing' | 'unsent' | 'in_flight' | 'delivered' | 'unknown' | 'failed'

export interface PlannedChannel {
  readonly id: ChannelId
  readonly enabled: boolean
  readonly department: DepartmentId | null
}

export interface PlanContext {
  readonly channels: readonly PlannedChannel[]
  readonly told: (alert: AlertId, channel: ChannelId) => ToldState
}

export interface Intent {
  readonly alert: AlertId
  readonly channel: ChannelId
  readonly kind: AlertNews['kind']
  readonly note: MessageNote | null
}

/** Why a channel is not told; `channel` is null where nobody is. */
export interface Suppression {
  readonly alert: AlertId
  readonly channel: ChannelId | null
  readonly kind: AlertNews['kind']
  readonly reason: SuppressionReason
}

export interface Plan {
  readonly intents: readonly Intent[]
  readonly suppressions: readonly Suppression[]
  /** Unsent messages of this alert to this channel that newer news makes pointless. */
  readonly superseded: readonly {
    readonly alert: AlertId
    readonly channel: ChannelId
    readonly kinds: readonly AlertNews['kind'][]
  }[]
}

type Answer =
  | {
      readonly tell: AlertNews['kind']
      readonly note: MessageNote | null
      readonly supersedes: readonly AlertNews['kind'][]
    }
  | { readonly hold: SuppressionReason }

/**
 * A channel that is younger than the alert, or that refused its first message, hears of it now, as
 * news. Behind a first message that still waits only a raised level is worth a second one: after an
 * outage there is one message, not a burst (A7).
 */
function answerForRepeat(news: AlertNews, told: ToldState): Answer {
  if (told === 'nothing' || told === 'failed') {
    return { tell: 'firing', note: news.note, supersedes: [] }
  }
  return told === 'unsent' && news.note !== 'level_raised'
    ? { hold: 'firing_still_waiting' }
    : { tell: 'repeat', note: news.note, supersedes: ['repeat'] }
}

/** Per channel and alert the order is firing, repeats, resolved; `told` decides what fits into it. */
function answerFor(news: AlertNews, told: ToldState): Answer {
  switch (news.kind) {
    case 'firing':
      return { tell: 'firing', note: news.note, supersedes: ['resolved', 'repeat'] }
    case 'repeat':
      return answerForRepeat(news, told)
    case 'resolved':
      switch (told) {
        case 'delivered':
        case 'unknown':
        case 'in_flight':
          return { tell: 'resolved', note: news.note, supersedes: ['firing', 'repeat'] }
        case 'unsent':
          return {
            tell: 'resolved',
            note: 'first_news_of_a_closed_alert',
            supersedes: ['firing', 'repeat'],
          }
        case 'failed':
          return { hold: 'firing_not_delivered' }
        case 'nothing':
          return { hold: 'never_told_here' }
        default:
          return assertNever(told)
      }
    default:
      return assertNever(news.kind)
  }
}

/**
 * Who hears which news: the default subscription (C17), every alert to every enabled channel that
 * belongs to no department. Each piece of news gives at least one intent or suppression (A10).
 */
export function planNotifications(news: readonly AlertNews[], context: PlanContext): Plan {
  const intents: Intent[] = []
  const suppressions: Suppression[] = []
  const superseded: Plan['superseded'][number][] = []
  const serving = context.channels.filter((channel) => channel.department === null)
  const enabled = serving.filter((channel) => channel.enabled)
  for (const item of news) {
    const { alert, kind } = item
    if (enabled.length === 0) {
      const reason = serving.length === 0 ? 'no_channel' : 'all_channels_disabled'
      suppressions.push({ alert, channel: null, kind, reason })
      continue
    }
    for (const channel of serving) {
      if (!channel.enabled) {
        suppressions.push({ alert, channel: channel.id, kind, reason: 'channel_disabled' })
        continue
      }
      const answer = answerFor(item, context.told(alert, channel.id))
      if ('hold' in answer) {
        suppressions.push({ alert, channel: channel.id, kind, reason: answer.hold })
        continue
      }
      intents.push({ alert, channel: channel.id, kind: answer.tell, note: answer.note })
      if (answer.supersedes.length > 0) {
        superseded.push({ alert, channel: channel.id, kinds: answer.supersedes })
      }
    }
  }
  return { intents, suppressions, superseded }
}
