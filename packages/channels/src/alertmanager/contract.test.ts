import { channelContract } from '../../testing/contract.ts'
import { contractOf } from '../../testing/contract-receiver.ts'
import { startAlertmanagerFake } from '../../testing/index.ts'

const password = 'kLp0QzR8sTuVwXyZ'

channelContract({
  kind: 'alertmanager',
  throttles: true,
  shortens: true,
  async start() {
    const peer = await startAlertmanagerFake({ user: 'highwater', password })
    const config = { addresses: [peer.url], username: 'highwater' }
    return {
      settings: { config, secrets: { password } },
      withWrongSecret: { config, secrets: { password: 'wrong-0000' } },
      withPort: (port) => ({
        config: { ...config, addresses: [`http://127.0.0.1:${port}`] },
        secrets: { password },
      }),
      secrets: [password, 'wrong-0000', Buffer.from(`highwater:${password}`).toString('base64')],
      ...contractOf(peer, {
        refusal: { status: 400, body: JSON.stringify(`bad label from ${password}`) },
        acceptance: { status: 200, body: '      ' },
        throttling: { status: 429, headers: { 'retry-after': '30' } },
      }),
    }
  },
})
