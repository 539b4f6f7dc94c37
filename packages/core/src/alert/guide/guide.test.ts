import { describe, expect, it } from 'vitest'
import { locales } from '../../locale.ts'
import { type AlertEvent, alertEventFacts, alertEvents } from '../event.ts'
import { alertEventTitles } from '../event-title.ts'
import { alertEventGuides } from './index.ts'

/** The table of events that the product promises, by whom they befall (3.2). */
const promised: Readonly<Record<string, readonly AlertEvent[]>> = {
  project: [
    ...(['sync_delay', 'migration_delay', 'sync_failed', 'migration_failed'] as const),
    ...(['no_signal', 'paused_too_long', 'sync_status_inconsistent'] as const),
  ],
  host: ['host_down', 'host_down_migrate_resource', 'host_threshold'],
  system: ['source_down', 'channel_down', 'clock_skew', 'evaluation_gap'],
}

const textsOf = (event: AlertEvent) => {
  const { meaning, trigger, ends, advice } = alertEventGuides[event]
  return [alertEventTitles[event], meaning, trigger, ends, ...advice]
}

describe('the catalogue of alert events', () => {
  it('has every event that is promised, and no other', () => {
    expect(Object.values(promised).flat().toSorted()).toEqual(alertEvents.toSorted())
    for (const [subject, events] of Object.entries(promised)) {
      for (const event of events) expect(alertEventFacts[event].subject).toBe(subject)
    }
  })

  it('has the names under which OMS raises the same, each once', () => {
    const names = alertEvents.flatMap((event) => alertEventFacts[event].omsName ?? [])
    expect(names).toHaveLength(8)
    expect(new Set(names).size).toBe(8)
    for (const name of names) expect(name).toMatch(/^oms_[a-z_]+$/)
  })

  it.each(alertEvents)('explains %s in both languages, with steps to take', (event) => {
    expect(alertEventGuides[event].advice.length).toBeGreaterThanOrEqual(3)
    for (const text of textsOf(event)) {
      expect(text['zh-CN']).toMatch(/\p{Script=Han}/u)
      expect(text.en).not.toMatch(/\p{Script=Han}/u)
      for (const locale of locales) expect(text[locale].trim()).toBe(text[locale])
    }
  })

  it('calls no two events the same', () => {
    for (const locale of locales) {
      const titles = alertEvents.map((event) => alertEventTitles[event][locale])
      expect(new Set(titles).size).toBe(alertEvents.length)
    }
  })
})
