import { instant, minutes, seconds } from '@highwater/core'
import type { AlertMessage, DigestMessage, TestMessage } from '@highwater/core/notify'

/** A message of an alert about `orders_to_dw`, which is 412 s behind. */
export const anAlertMessage = (changes: Partial<AlertMessage> = {}): AlertMessage => ({
  kind: 'firing',
  shortId: 'K7Q2M',
  alertUrl: 'https://highwater.example.com/alerts/0190d5a0',
  event: 'sync_delay',
  severity: 'warning',
  level: 'high',
  project: {
    name: 'orders_to_dw',
    kind: 'synchronization',
    department: '数据平台',
    owner: '李雷',
    source: 'OB_MYSQL',
    target: 'KAFKA',
    tags: ['核心', 'orders'],
  },
  subject: 'orders_to_dw',
  openedAt: instant(Date.UTC(2026, 0, 2, 2, 58, 5)),
  sentFor: instant(Date.UTC(2026, 0, 2, 3, 4, 5)),
  lasted: minutes(6),
  observed: seconds(412),
  threshold: seconds(60),
  repeat: 0,
  closeReason: null,
  detail: null,
  particulars: null,
  stale: false,
  note: null,
  ...changes,
})

/** A digest that names so many alerts. */
export const aDigestMessage = (
  members = 3,
  changes: Partial<DigestMessage> = {},
): DigestMessage => ({
  kind: 'digest',
  shortId: 'D7',
  why: 'storm',
  count: members,
  members: Array.from({ length: members }, (_, index) => ({
    incidentId: `0190d5a0-2222-7000-8000-${String(index + 1).padStart(12, '0')}`,
    openedAt: instant(Date.UTC(2026, 0, 2, 2, 58, 5)),
    shortId: `A${index + 1}`,
    event: 'sync_delay',
    severity: 'warning',
    level: 'high',
    subject: `订单👨‍👩‍👧_${index + 1}`,
    state: 'firing',
    observed: seconds(412),
    threshold: seconds(60),
    particulars: null,
    url: `https://highwater.example.com/alerts/0190d5a0-${index + 1}`,
  })),
  subscription: '值班',
  sentFor: instant(Date.UTC(2026, 0, 2, 3, 4, 5)),
  listUrl: 'https://highwater.example.com/alerts',
  note: null,
  ...changes,
})

export const aTestMessage = (changes: Partial<TestMessage> = {}): TestMessage => ({
  kind: 'test',
  shortId: 'T3ST1',
  channelName: '值班群',
  requestedBy: 'dba@example.com',
  sentFor: instant(Date.UTC(2026, 0, 2, 3, 4, 5)),
  consoleUrl: 'https://highwater.example.com',
  ...changes,
})
