import { type Instant, instant } from '@highwater/core'
import type { AlertNotification } from '@highwater/db/queries'
import { expect, test } from 'vitest'
import { heardOf } from './heard.ts'

const second = (n: number): Instant => instant(n * 1_000)

const message = (
  name: string,
  state: AlertNotification['state'],
  settled: number,
  reason: string | null = null,
) =>
  ({
    channel: { id: name, name, kind: 'dingtalk' },
    state,
    reason,
    createdAt: second(1),
    settledAt: second(settled),
  }) as AlertNotification

const heard = (...told: AlertNotification[]) => {
  const first = told.find(({ state }) => state === 'delivered')
  const firstTold = first ? { at: second(3), channel: first.channel?.name ?? null } : null
  return heardOf({ told, firstTold, firedAt: second(1) })
}

test('the first message that arrived counts, also where it is too old to be listed', () => {
  const told = [message('mail', 'delivered', 9), message('x', 'failed', 2)]
  const firstTold = { at: second(3), channel: 'ops' }
  expect(heardOf({ told, firstTold, firedAt: second(1) })).toEqual({
    is: 'told',
    firstAt: second(3),
    first: 'ops',
    others: ['mail'],
  })
})

test('a held-back repeat does not hide that somebody was told before', () => {
  expect(
    heard(message('ops', 'delivered', 3), message('ops', 'suppressed', 60, 'silenced')),
  ).toMatchObject({ is: 'told', first: 'ops' })
})

test('what is on its way counts before what failed', () => {
  expect(heard(message('ops', 'failed', 2, 'too-long'), message('mail', 'retrying', 5))).toEqual({
    is: 'waiting',
    channels: ['mail'],
  })
})

test('when nobody heard, every reason is given once, the newest first', () => {
  expect(
    heard(
      message('ops', 'superseded', 2, 'superseded'),
      message('ops', 'suppressed', 3, 'silenced'),
      message('mail', 'suppressed', 3, 'silenced'),
      message('mail', 'failed', 4, 'too-long'),
    ),
  ).toEqual({ is: 'nobody', reasons: ['too-long', 'silenced'] })
})

test('an alert that has not fired owes nobody a message', () => {
  expect(heardOf({ told: [], firstTold: null, firedAt: null })).toEqual({ is: 'never_fired' })
})
