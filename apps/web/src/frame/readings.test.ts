import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { createReadings } from './readings.ts'

/** Readings that end when they are told to. */
function slowReadings({ patienceMs = 60_000 } = {}) {
  const begun: { readonly area: string; readonly end: () => void }[] = []
  const readings = createReadings<string>({
    everything: 'everything',
    gatherMs: 5,
    patienceMs,
    read: (area) => new Promise<void>((end) => begun.push({ area, end })),
  })
  return { ...readings, begun, areas: () => begun.map(({ area }) => area) }
}

test('news that come together are answered with one reading of each area', async () => {
  const { ask, areas } = slowReadings()
  ask(['alert'])
  ask(['channel', 'alert'])
  await expect.poll(areas).toEqual(['alert', 'channel'])
})

test('where everything is read, no area is read beside it', async () => {
  const { ask, areas } = slowReadings()
  ask(['alert', 'everything', 'channel'])
  await expect.poll(areas).toEqual(['everything'])
})

test('news that come during a reading wait for its end, and are answered with one more', async () => {
  const { ask, areas, begun } = slowReadings()
  ask(['alert'])
  await expect.poll(areas).toEqual(['alert'])
  ask(['alert'])
  ask(['alert'])
  await pause(50)
  expect(areas()).toEqual(['alert'])
  begun[0]?.end()
  await expect.poll(areas).toEqual(['alert', 'alert'])
})

test('a slow reading of one area holds up no other', async () => {
  const { ask, areas } = slowReadings()
  ask(['alert'])
  await expect.poll(areas).toEqual(['alert'])
  ask(['channel'])
  await expect.poll(areas).toEqual(['alert', 'channel'])
})

test('a reading that hangs is given up for the next', async () => {
  const { ask, areas } = slowReadings({ patienceMs: 20 })
  ask(['alert'])
  await expect.poll(areas).toEqual(['alert'])
  ask(['alert'])
  await expect.poll(areas).toEqual(['alert', 'alert'])
})

test('nothing is read any more once it is stopped', async () => {
  const { ask, stop, areas, begun } = slowReadings()
  ask(['alert'])
  await expect.poll(areas).toEqual(['alert'])
  ask(['alert', 'channel'])
  stop()
  begun[0]?.end()
  await pause(50)
  expect(areas()).toEqual(['alert'])
})
