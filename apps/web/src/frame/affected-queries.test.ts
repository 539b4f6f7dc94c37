import { expect, test } from 'vitest'
import { affectedAreas } from './affected-queries.ts'

test('news of one alert concern alerts and the projects that count them', () => {
  expect([...affectedAreas(['alert:6f0c'])]).toEqual(['alert', 'project'])
})

test('each area is named once', () => {
  expect([...affectedAreas(['alerts', 'deliveries', 'projects'])]).toEqual([
    'alert',
    'project',
    'delivery',
    'channel',
    'system',
  ])
})

test('news for workers concern no page', () => {
  expect(affectedAreas(['evaluate', 'deliver', 'collect']).size).toBe(0)
})
