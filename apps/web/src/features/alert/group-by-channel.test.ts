import type { AlertNotification } from '@highwater/db/queries'
import { expect, test } from 'vitest'
import { groupByChannel } from './group-by-channel.ts'

const suppressed = (reason: string, personId?: string): AlertNotification =>
  ({
    channel: null,
    state: 'suppressed',
    reason,
    reasonDetail: personId === undefined ? null : { personId },
  }) as AlertNotification

test('each person who could not be told is named, however often it was tried', () => {
  const told = [
    suppressed('person_not_reachable', 'an'),
    suppressed('person_not_reachable', 'bo'),
    suppressed('person_not_reachable', 'an'),
    suppressed('no_owner'),
  ]
  const { silent } = groupByChannel(told)
  expect(silent.map(({ reason, reasonDetail }) => [reason, reasonDetail?.personId])).toEqual([
    ['no_owner', undefined],
    ['person_not_reachable', 'an'],
    ['person_not_reachable', 'bo'],
  ])
})
