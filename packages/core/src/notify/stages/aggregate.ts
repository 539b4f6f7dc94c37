import type { ChannelId, DigestId } from '../../ids.ts'
import { type Aggregation, type AggregationGroup, groupOfAlert } from '../aggregation.ts'
import { type Intent, type PlanBatch, sift } from '../plan-batch.ts'
import { priorityOf } from '../priority.ts'

/** A group of alike alerts that a channel tells in one message. */
export interface AlikeGroup {
  readonly channel: ChannelId
  /** The beginnings and repeats of alerts, or their ends: the end of one never waits for other alerts. */
  readonly phase: 'open' | 'end'
  readonly group: AggregationGroup
  /** The language of the message. */
  readonly locale: Intent['by'][0]['subscription']['locale']
  readonly aggregation: Aggregation
}

/** The window of a group, which runs from its first message. */
export interface AlikeWindow {
  readonly digest: DigestId
  /** It begins with these messages, so that one of them leaves at once. */
  readonly isNew: boolean
  readonly closesAt: number
}

export const alikeKey = ({ channel, phase, group }: AlikeGroup): string =>
  JSON.stringify([channel, phase, group.map(({ by, value }) => [by, value])])

/** The group of a message; null where its channel tells every alert by itself. */
export function alikeGroupOf(
  { channel, kind, news, by }: Intent,
  aggregationOf: (channel: ChannelId) => Aggregation | null,
): AlikeGroup | null {
  const aggregation = aggregationOf(channel)
  if (aggregation === null || news.alike === undefined) return null
  const group = groupOfAlert(aggregation, news.subject, news.alike)
  const phase = kind === 'resolved' ? 'end' : 'open'
  return { channel, phase, group, locale: by[0].subscription.locale, aggregation }
}

const urgencyOf = ({ kind, news }: Intent): number => priorityOf(kind, news.subject.level)

/**
 * C10: of alike alerts the first is told at once, so that nobody waits to hear of trouble. What follows
 * within the window is held and told in one message at its end.
 */
export function gatherAlike(
  batch: PlanBatch,
  groupOf: (intent: Intent) => AlikeGroup | null,
  windowOfGroup: (key: string) => AlikeWindow | null,
): PlanBatch {
  const first = new Map<string, Intent>()
  for (const intent of batch.kept) {
    const group = groupOf(intent)
    if (group === null) continue
    const key = alikeKey(group)
    const before = first.get(key)
    if (!before || urgencyOf(intent) < urgencyOf(before)) {
      first.set(key, intent)
    }
  }
  return sift(batch, (intent) => {
    const group = groupOf(intent)
    const key = group === null ? null : alikeKey(group)
    const window = key === null ? null : windowOfGroup(key)
    if (key === null || window === null) return { keep: intent }
    if (window.isNew && first.get(key) === intent) return { keep: intent }
    return { hold: 'aggregated', detail: { digestAt: window.closesAt }, into: window.digest }
  })
}
