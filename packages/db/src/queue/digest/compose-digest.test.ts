import { instant, millis } from '@highwater/core'
import { expect, test } from 'vitest'
import { contentOfDigest, type DigestContent } from './compose-digest.ts'

const memberOf = (number: number): DigestContent['members'][number] => ({
  digest_id:
    '01a1ffa7-5909-7346-b06f-b4602019d9a5' as DigestContent['members'][number]['digest_id'],
  alert_id: `01a1ffa7-0000-7000-8000-${String(number).padStart(12, '0')}`,
  since: instant(0),
  number: String(number),
  event: 'sync_delay',
  severity: 'warning',
  level: 'low',
  subject: 'orders',
  state: 'closed',
  observed: millis(1),
  threshold: millis(1),
  particulars: null,
})

test.each([
  ['dingtalk', 1_000],
  ['pagerduty', 1_200],
  ['alertmanager', 1_200],
])(
  'a digest of 1,200 alerts to %s names %i, as ends that are left out stay open there',
  (kind, named) => {
    const members = Array.from({ length: 1_200 }, (_, index) => memberOf(index + 1))
    const content = contentOfDigest({ members, mentions: [] }, kind, 'http://console.test')
    expect(content).toMatchObject({ count: 1_200, members: { length: named } })
  },
)
