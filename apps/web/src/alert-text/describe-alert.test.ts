import { instant, locales, millis, minutes, seconds } from '@highwater/core'
import { alertEvents, type Particulars } from '@highwater/core/alert'
import { describe, expect, it } from 'vitest'
import { type AlertFacts, describeAlert } from './describe-alert.ts'

const facts: AlertFacts = {
  event: 'sync_delay',
  subject: 'pay-orders',
  observedMs: seconds(412),
  thresholdMs: seconds(60),
  detail: null,
  particulars: null,
  stale: false,
}

describe('an alert in a sentence', () => {
  it('says how far behind a project is and what is allowed', () => {
    expect(describeAlert(facts, 'en').title).toBe('pay-orders is 412 s behind, limit 60 s')
    expect(describeAlert(facts, 'zh-CN').title).toBe('pay-orders 同步延迟 412 秒，阈值 60 秒')
  })

  it('tells what is behind its limit by less than a second from the limit itself', () => {
    const hardly = { ...facts, observedMs: millis(60_001) }
    expect(describeAlert(hardly, 'en').title).toBe('pay-orders is 61 s behind, limit 60 s')
  })

  it('adds what the source said and that the figure is old', () => {
    const said = { ...facts, detail: 'disk full', stale: true }
    expect(describeAlert(said, 'en').detail).toBe(
      'pay-orders is 412 s behind, limit 60 s. This figure is old: no newer one has arrived. The source says: disk full',
    )
  })

  it('has a sentence of its own for every event, also without a figure', () => {
    for (const locale of locales) {
      for (const observedMs of [millis(90_000), null]) {
        const titles = alertEvents.map(
          (event) => describeAlert({ ...facts, event, observedMs }, locale).title,
        )
        expect(titles.every((title) => title.includes('pay-orders'))).toBe(true)
        expect(new Set(titles).size).toBeGreaterThanOrEqual(5)
      }
    }
  })

  it('gives the figures of a host in percent, and names who took over its work', () => {
    const full = {
      ...facts,
      event: 'host_threshold',
      subject: 'db-1',
      observedMs: minutes(3),
      particulars: { type: 'host_figures', figures: [{ name: 'cpu', percent: 93, limit: 85 }] },
    } as const
    expect(describeAlert(full, 'en').title).toBe(
      'Host db-1 has been short of resources for 180 s: CPU 93 % (limit 85 %)',
    )
    expect(describeAlert(full, 'zh-CN').title).toBe(
      '主机 db-1 资源不足 180 秒：CPU 93%（阈值 85%）',
    )
    const by = { type: 'taken_over', by: ['b', 'c'], messages: 1, sources: 0, lastAt: instant(0) }
    const taken = { ...full, event: 'host_down_migrate_resource', thresholdMs: millis(0) } as const
    const told = describeAlert({ ...taken, particulars: by as Particulars }, 'en')
    expect(told.title).toBe('The work of host db-1 was taken over by b, c')
  })

  it('counts in hours from one hour on', () => {
    const long = { ...facts, observedMs: seconds(4_325), thresholdMs: seconds(3_600) }
    expect(describeAlert(long, 'en').title).toBe('pay-orders is 1 h 12 min 5 s behind, limit 1 h')
  })
})
