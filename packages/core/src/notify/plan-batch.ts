import type { AlertId, ChannelId } from '../ids.ts'
import type { AlertMessageKind, MessageNote } from './message.ts'
import type { PlannedNews } from './news.ts'
import type { SuppressionDetail, SuppressionReason } from './suppression.ts'

/** A message that one alert owes to one channel. */
export interface Intent {
  readonly alert: AlertId
  readonly channel: ChannelId
  readonly kind: AlertMessageKind
  readonly note: MessageNote | null
  /** What it tells of; the kind may differ, as a repeat is news to a channel that heard nothing. */
  readonly news: PlannedNews
}

/** Why a channel is not told; `channel` is null where nobody is. */
export interface Suppression {
  readonly alert: AlertId
  readonly channel: ChannelId | null
  readonly kind: AlertMessageKind
  readonly reason: SuppressionReason
  /** Which silence, subscription or period the reason speaks of. */
  readonly detail: SuppressionDetail | null
}

/** Unsent messages of an alert to a channel that newer news makes pointless. */
export interface Superseded {
  readonly alert: AlertId
  readonly channel: ChannelId
  readonly kinds: readonly AlertMessageKind[]
}

/** What is on its way through the stages of planning: each keeps it or holds it, with a reason. */
export interface PlanBatch {
  readonly kept: readonly Intent[]
  readonly held: readonly Suppression[]
  readonly superseded: readonly Superseded[]
}

/** One stage's word on one message: keep it (perhaps changed), or hold it back and say why. */
export type Verdict =
  | { readonly keep: Intent; readonly supersedes?: readonly AlertMessageKind[] }
  | { readonly hold: SuppressionReason; readonly detail?: SuppressionDetail }

/** Asks about every message that is still kept; what is held is recorded in place of it. */
export function sift(batch: PlanBatch, judge: (intent: Intent) => Verdict): PlanBatch {
  const kept: Intent[] = []
  const held = [...batch.held]
  const superseded = [...batch.superseded]
  for (const intent of batch.kept) {
    const verdict = judge(intent)
    const { alert, channel, kind } = intent
    if ('hold' in verdict) {
      held.push({ alert, channel, kind, reason: verdict.hold, detail: verdict.detail ?? null })
      continue
    }
    kept.push(verdict.keep)
    const kinds = verdict.supersedes ?? []
    if (kinds.length > 0) superseded.push({ alert, channel, kinds })
  }
  return { kept, held, superseded }
}
