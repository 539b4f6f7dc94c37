import { instant, type Locale, minutes, seconds } from '@highwater/core'
import type { AddressedMessage, AlertMessage, TestMessage } from '@highwater/core/notify'

export const sampleKinds = ['firing', 'resolved', 'test'] as const
export type SampleKind = (typeof sampleKinds)[number]

/** Any moment will do: a preview must be the same on the server and in the browser. */
const openedAt = instant(Date.UTC(2026, 0, 15, 4, 2, 10))

const people = {
  en: { department: 'Payments', owner: 'Li Wei', admin: 'Administrator' },
  'zh-CN': { department: '支付部', owner: '李伟', admin: '管理员' },
} as const satisfies Record<Locale, object>

function alert(kind: 'firing' | 'resolved', locale: Locale, consoleUrl: string): AlertMessage {
  const lasted = kind === 'firing' ? seconds(372) : minutes(21)
  return {
    kind,
    shortId: 'A1024',
    alertUrl: `${consoleUrl}/alerts/A1024`,
    event: 'sync_delay',
    severity: 'warning',
    level: 'high',
    project: {
      name: 'pay-orders',
      kind: 'synchronization',
      department: people[locale].department,
      owner: people[locale].owner,
      source: 'MySQL',
      target: 'OceanBase',
      tags: ['core'],
    },
    subject: 'pay-orders',
    openedAt,
    sentFor: instant(openedAt + lasted),
    lasted,
    observed: kind === 'firing' ? seconds(412) : seconds(2),
    threshold: seconds(30),
    repeat: 0,
    closeReason: kind === 'resolved' ? 'recovered' : null,
    detail: null,
    particulars: null,
    stale: false,
    note: null,
  }
}

const test = (locale: Locale, channelName: string, consoleUrl: string): TestMessage => ({
  kind: 'test',
  shortId: 'T1024',
  channelName,
  requestedBy: people[locale].admin,
  sentFor: openedAt,
  consoleUrl,
})

interface SampleOptions {
  readonly kind: SampleKind
  readonly locale: Locale
  readonly channelName: string
  readonly consoleUrl: string
}

/** A made-up message, to show what a channel would make of a real one. */
export const sampleMessage = (options: SampleOptions): AddressedMessage => ({
  locale: options.locale,
  message:
    options.kind === 'test'
      ? test(options.locale, options.channelName, options.consoleUrl)
      : alert(options.kind, options.locale, options.consoleUrl),
})
