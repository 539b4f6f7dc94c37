import { instant } from '@highwater/core'
import { expect, test } from 'vitest'
import { nextMessage } from './next-message.ts'

const at = (seconds: number) => instant(seconds * 1_000)
const now = at(100)
const repeating = { snoozedUntil: null, nextNotifyAt: at(160), stale: false }

test('an alert that fires is told again when its repeat is due', () => {
  expect(nextMessage(repeating, false, now)).toEqual({ is: 'repeat', at: at(160) })
})

test('nothing is promised of an alert that somebody has acknowledged', () => {
  expect(nextMessage(repeating, true, now)).toBeNull()
})

test('nothing is promised of a stale alert, whose repeats are held until a signal arrives', () => {
  expect(nextMessage({ ...repeating, stale: true }, false, now)).toBeNull()
})

test('a snoozed alert is told again when the snooze ends, a stale one too', () => {
  const snoozed = { ...repeating, snoozedUntil: at(130) }
  const next = { is: 'snooze_end', at: at(130) }
  expect(nextMessage(snoozed, true, now)).toEqual(next)
  expect(nextMessage({ ...snoozed, stale: true }, false, now)).toEqual(next)
  expect(nextMessage(snoozed, false, at(131))).toEqual({ is: 'repeat', at: at(160) })
})
