import { createPorts, type Ports } from '@highwater/channels/send'
import {
  anAlertMessage,
  aTestMessage,
  type OcpFake,
  startOcpFake,
} from '@highwater/channels/testing'
import { instant, type NotificationId } from '@highwater/core'
import { createSealer } from '@highwater/db/client'
import type { Claimed } from '@highwater/db/queue'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendClaimed } from './send-claimed.ts'

const account = {
  user: 'root',
  password: 'very-secret-1',
  accessKey: 'AK1',
  secretKey: 'Zx81kLp0QzR8sTuV',
}
const sealer = createSealer([{ id: 'a', key: new Uint8Array(32).fill(7) }])
const otherSealer = createSealer([{ id: 'b', key: new Uint8Array(32).fill(8) }])

let ocp: OcpFake
let ports: Ports
beforeAll(async () => {
  ocp = await startOcpFake(account)
  ports = createPorts({ allowedNetworks: ['127.0.0.1'], deniedPorts: [] })
})
afterAll(async () => {
  await ocp.close()
  await ports.close()
})

const claimed = (changes: Partial<Claimed> = {}): Claimed => ({
  id: '0190d5a0-0000-7000-8000-000000000001' as NotificationId,
  leaseToken: '',
  kind: 'firing',
  message: anAlertMessage(),
  locale: 'en',
  timeZone: undefined,
  alertId: 'an-alert',
  channelId: null,
  testId: null,
  channelKind: 'ocp',
  config: { cluster: '0190d5a0-cccc-7000-8000-000000000001' },
  sealedSecrets: sealer.seal({}),
  cluster: {
    config: { endpoint: ocp.url, signIn: 'access-key', accessKey: account.accessKey },
    sealedSecrets: sealer.seal({ secretKey: account.secretKey }),
  },
  budgetKey: '',
  attempt: 1,
  deadline: instant(Date.now() + 60_000),
  mayBeDuplicate: false,
  degraded: false,
  claimedAt: instant(Date.now()),
  template: undefined,
  ...changes,
})
const send = (changes?: Partial<Claimed>) =>
  sendClaimed({ sealer, ports, abort: new AbortController().signal }, claimed(changes))

test('a message goes out with the address and the opened secrets of its cluster', async () => {
  expect(await send()).toMatchObject({ kind: 'delivered' })
  expect(ocp.rows()).toMatchObject([{ labels: { alert_id: 'an-alert' } }])
})

test('a test of a cluster asks and reports nothing', async () => {
  const before = ocp.rows().length
  expect(await send({ kind: 'test', message: aTestMessage({ asksOnly: true }) })).toMatchObject({
    kind: 'delivered',
    detail: { reason: 'cluster-accepts' },
  })
  expect(ocp.rows()).toHaveLength(before)
})

test('a cluster that is gone, or sealed with a key that is gone, is told as such', async () => {
  expect(await send({ cluster: null })).toMatchObject({ detail: { reason: 'cluster-missing' } })
  const cluster = { config: {}, sealedSecrets: otherSealer.seal({}) }
  expect(await send({ cluster })).toMatchObject({
    detail: { reason: 'sealed-with-unknown-key' },
  })
})
