import { expect, test } from 'vitest'
import { createWakeUp } from './wake-up.ts'

const never = new AbortController().signal

test('a ring ends the sleep early', async () => {
  const wakeUp = createWakeUp()
  const slept = wakeUp.sleep(60_000, never)
  wakeUp.ring()
  await expect(slept).resolves.toBeUndefined()
})

test('a ring while nobody sleeps makes the next sleep end at once, and only that one', async () => {
  const wakeUp = createWakeUp()
  wakeUp.ring()
  await wakeUp.sleep(60_000, never)
  const started = performance.now()
  await wakeUp.sleep(30, never)
  expect(performance.now() - started).toBeGreaterThan(20)
})

test('an aborted signal ends the sleep', async () => {
  const stop = new AbortController()
  const slept = createWakeUp().sleep(60_000, stop.signal)
  stop.abort()
  await expect(slept).resolves.toBeUndefined()
})
