import { channelContract } from '../../testing/contract.ts'
import { contractOf } from '../../testing/contract-receiver.ts'
import { startSlackFake } from '../../testing/index.ts'

const path = '/services/T0AB1CD2E/B0FG3HI4J/kLp0QzR8sTuVwXyZ1234abcd'

channelContract({
  kind: 'slack',
  throttles: true,
  shortens: true,
  async start() {
    const webhook = await startSlackFake({ path, perSecond: 1_000 })
    const config = { baseUrl: webhook.url, mentionUserIds: ['U012AB3CD'] }
    const at = (wherever: string) => ({ webhook: `https://hooks.slack.com${wherever}` })
    return {
      settings: { config, secrets: at(path) },
      withWrongSecret: { config, secrets: at('/services/T0AB1CD2E/B0FG3HI4J/wrong0000') },
      withPort: (port) => ({
        config: { ...config, baseUrl: `http://127.0.0.1:${port}` },
        secrets: at(path),
      }),
      secrets: ['kLp0QzR8sTuVwXyZ1234abcd', 'wrong0000', 'B0FG3HI4J'],
      ...contractOf(webhook, {
        refusal: { status: 400, body: `invalid_payload at ${path}` },
        throttling: { status: 429, body: 'rate_limited', headers: { 'retry-after': '30' } },
      }),
    }
  },
})
