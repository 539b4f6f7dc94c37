import { expect, it } from 'vitest'
import { againstReplay, type ReplayFacts } from './replay.ts'

const facts = (changes: Partial<ReplayFacts>): ReplayFacts => ({
  kind: 'firing',
  isFailed: true,
  channel: 'there',
  since: 'nothing',
  isOver: false,
  ...changes,
})

it.each<[string, Partial<ReplayFacts>]>([
  ['a failed first message', {}],
  ['a failed first message whose alert is over', { isOver: true }],
  ['a failed end', { kind: 'resolved', isOver: true }],
  ['a failed digest', { kind: 'digest', isOver: null }],
])('%s may be replayed', (_, changes) => {
  expect(againstReplay(facts(changes))).toBeNull()
})

it.each<[string, Partial<ReplayFacts>]>([
  ['is_test', { kind: 'test', isOver: null }],
  ['not_failed', { isFailed: false }],
  ['channel_deleted', { channel: 'deleted' }],
  ['channel_disabled', { channel: 'disabled' }],
  ['channel_kind_off', { channel: 'kind_off' }],
  ['newer_waits', { since: 'waits' }],
  ['told_since', { since: 'told' }],
  ['newer_failed', { since: 'failed' }],
  ['open_again', { kind: 'resolved' }],
])('%s is a reason against it', (reason, changes) => {
  expect(againstReplay(facts(changes))).toBe(reason)
})
