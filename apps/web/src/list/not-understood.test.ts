import { instant } from '@highwater/core'
import { expect, test } from 'vitest'
import { parseAlertSearch } from '../features/alert/alert-search.ts'
import { deliveryFilter } from '../features/delivery/delivery-filter.ts'
import { parseProjectSearch } from '../features/project/project-search.ts'
import { notUnderstood } from './not-understood.ts'

test('a list says which filters of its address it does not know', () => {
  const of = (query: Record<string, string>) => notUnderstood(query, parseProjectSearch(query))
  expect(of({ level: 'high', state: 'running', q: 'orders', sort: 'name' })).toEqual([])
  expect(of({ level: 'hgih', kind: 'migration', sort: 'size' })).toEqual([
    'level=hgih',
    'sort=size',
  ])
})

test('an id that is none, and a range that is not offered, are named as they stand', () => {
  const alerts = { project: '42', range: '7d', digest: 'D12' }
  expect(notUnderstood(alerts, parseAlertSearch(alerts))).toEqual(['project=42'])
  const deliveries = { state: 'failed', channel: 'x' }
  expect(notUnderstood(deliveries, deliveryFilter(deliveries, instant(0)))).toEqual(['channel=x'])
})
