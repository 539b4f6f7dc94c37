import { instant, type MessageLocale, minutes, plus, seconds } from '@highwater/core'
import type {
  AlertMessage,
  ChannelMessage,
  DigestMessage,
  MessageKind,
} from '@highwater/core/notify'

/** Any moment will do: what is shown must be the same on the server and in the browser. */
const openedAt = instant(Date.UTC(2026, 0, 15, 4, 2, 10))

interface Cast {
  readonly department: string
  readonly owner: string
  readonly admin: string
  readonly subscription: string
}

const cast: Readonly<Record<MessageLocale, Cast>> = {
  en: { department: 'Payments', owner: 'Li Wei', admin: 'Administrator', subscription: 'On call' },
  'zh-CN': { department: '支付部', owner: '李伟', admin: '管理员', subscription: '值班' },
  'zh-TW': { department: '支付部', owner: '李偉', admin: '管理員', subscription: '值班' },
}

export interface SampleOptions {
  readonly kind: MessageKind
  readonly locale: MessageLocale
  readonly channelName: string
  readonly consoleUrl: string
}

type AlertKind = AlertMessage['kind']

function alert(kind: AlertKind, { locale, consoleUrl }: SampleOptions): AlertMessage {
  const lasted = { firing: seconds(372), repeat: minutes(16), resolved: minutes(21) }[kind]
  const { department, owner } = cast[locale]
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
      department,
      owner,
      source: 'MySQL',
      target: 'OceanBase',
      tags: ['core'],
    },
    subject: 'pay-orders',
    openedAt,
    sentFor: plus(openedAt, lasted),
    lasted,
    observed: kind === 'resolved' ? seconds(2) : seconds(412),
    threshold: seconds(30),
    repeat: kind === 'repeat' ? 2 : 0,
    closeReason: kind === 'resolved' ? 'recovered' : null,
    detail: null,
    particulars: null,
    stale: false,
    note: null,
  }
}

function digest({ locale, consoleUrl }: SampleOptions): DigestMessage {
  const member = (index: number, subject: string, behind: number): DigestMessage['members'][0] => ({
    shortId: `A${1024 + index}`,
    incidentId: `0190d5a0-0000-7000-8000-00000000102${index}`,
    openedAt,
    event: 'sync_delay',
    severity: 'warning',
    level: 'high',
    subject,
    state: 'firing',
    observed: seconds(behind),
    threshold: seconds(30),
    particulars: null,
    url: `${consoleUrl}/alerts/A${1024 + index}`,
  })
  return {
    kind: 'digest',
    shortId: 'D12',
    why: 'storm',
    count: 3,
    members: [
      member(0, 'pay-orders', 412),
      member(1, 'crm-sync', 95),
      member(2, 'stock-to-dw', 61),
    ],
    subscription: cast[locale].subscription,
    sentFor: openedAt,
    listUrl: `${consoleUrl}/alerts`,
    note: null,
  }
}

/** A made-up message, to show what a channel or a template would make of a real one. */
export function sampleMessage(options: SampleOptions): ChannelMessage {
  switch (options.kind) {
    case 'test':
      return {
        kind: 'test',
        shortId: 'T1024',
        channelName: options.channelName,
        requestedBy: cast[options.locale].admin,
        sentFor: openedAt,
        consoleUrl: options.consoleUrl,
      }
    case 'digest':
      return digest(options)
    case 'firing':
    case 'repeat':
    case 'resolved':
      return alert(options.kind, options)
  }
}
