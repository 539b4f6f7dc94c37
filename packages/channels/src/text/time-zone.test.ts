import { instant } from '@highwater/core'
import type { ChannelMessage } from '@highwater/core/notify'
import { expect, it } from 'vitest'
import { aDigestMessage, anAlertMessage, aTestMessage } from '../../testing/messages.ts'
import { channelKinds, exampleConfigOf, renderFor } from '../catalog.ts'
import { variablesOf } from './variables.ts'

const from = instant(Date.UTC(2026, 0, 2, 1, 2))
const to = instant(Date.UTC(2026, 0, 2, 3, 5))
const withheld = { from, to, others: 2 }
const messages: readonly ChannelMessage[] = [
  anAlertMessage({ withheld }),
  anAlertMessage({ kind: 'repeat', repeat: 1 }),
  anAlertMessage({ kind: 'resolved', closeReason: 'recovered' }),
  aDigestMessage(2, { withheld }),
  aDigestMessage(2, { why: 'gap', unwatched: { from, to } }),
  aTestMessage(),
]

/** Each time that people read in what a kind makes of a message; programs get theirs in UTC. */
function timesIn(kind: string, message: ChannelMessage, timeZone?: string): string[] {
  const addressed = { message, locale: 'en', timeZone } as const
  const rendered = JSON.stringify(renderFor(kind, addressed, exampleConfigOf(kind)))
  return rendered.match(/\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} UTC(?:\\*[+-][\d:]+)?/g) ?? []
}

const eightHoursOn = (time: string): string => {
  const at = Date.parse(time.replace(' UTC', 'Z')) + 8 * 3_600_000
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC+8`
}

it.each(channelKinds.map(({ kind }) => kind))(
  'Every time that people read in a message of %s is written in their zone',
  (kind) => {
    let told = 0
    for (const message of messages) {
      const inUtc = timesIn(kind, message)
      const shown = timesIn(kind, message, 'Asia/Shanghai').map((time) => time.replace(/\\/g, ''))
      expect(shown).toEqual(inUtc.map(eightHoursOn))
      told += inUtc.length
    }
    expect(told).toBeGreaterThan(messages.length)
  },
)

it('Variables of a template hold times of the zone, for people and as ISO 8601', () => {
  const message = anAlertMessage({ kind: 'resolved', closeReason: 'recovered' })
  const values = variablesOf({ message, locale: 'zh-CN', timeZone: 'Asia/Shanghai' }, 1_000)
  expect(values).toMatchObject({
    alarm_active_at: '2026-01-02T10:58:05.000+08:00',
    alarm_updated_at: '2026-01-02T11:04:05.000+08:00',
    alarm_resolved_at: '2026-01-02T11:04:05.000+08:00',
    alarm_active_at_shown: '2026-01-02 10:58:05 UTC+8',
    alarm_updated_at_shown: '2026-01-02 11:04:05 UTC+8',
    alarm_resolved_at_shown: '2026-01-02 11:04:05 UTC+8',
  })
})
