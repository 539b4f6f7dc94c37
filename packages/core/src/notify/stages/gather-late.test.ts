import { expect, it } from 'vitest'
import type { AlertId, ChannelId, DepartmentId } from '../../ids.ts'
import { aPlanContext } from '../plan.fixture.ts'
import { planNotifications } from '../plan.ts'
import { intoLateDigests } from './gather-late.ts'

const home = 'home' as DepartmentId
const [ops, dba] = ['ops', 'dba'] as [ChannelId, ChannelId]
const context = aPlanContext({
  channels: [ops, dba].map((id) => ({ id, enabled: true, department: null })),
})
const planned = (alerts: readonly string[]) =>
  planNotifications(
    alerts.map((alert) => ({
      alert: alert as AlertId,
      kind: 'firing' as const,
      department: home,
      note: null,
      closeReason: null,
      subject: { event: 'sync_delay', level: 'high', project: null, department: home, tags: [] },
    })),
    context,
  )
const late = (...alerts: string[]) => new Set(alerts as AlertId[])

it('What is found late all at once is told in one digest per channel, what is in time by itself', () => {
  const batch = intoLateDigests(planned(['a', 'b', 'now']), late('a', 'b'), context.now)
  expect(batch.kept.map(({ alert, channel }) => [alert, channel])).toEqual([
    ['now', ops],
    ['now', dba],
  ])
  expect(batch.held).toHaveLength(4)
  expect(new Set(batch.held.map(({ collecting }) => collecting?.why))).toEqual(new Set(['late']))
})

it('What is found late and alone goes out as it is', () => {
  expect(intoLateDigests(planned(['a', 'now']), late('a'), context.now).held).toEqual([])
})
