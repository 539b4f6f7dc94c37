import { channelContract } from '../../testing/contract.ts'
import { contractOf } from '../../testing/contract-receiver.ts'
import { startPagerdutyFake } from '../../testing/index.ts'

const routingKey = 'R0kLp0QzR8sTuVwXyZ1234abcdef5678'
const wrongKey = 'R0wrong0000wrong0000wrong0000wrong'.slice(0, 32)

channelContract({
  kind: 'pagerduty',
  throttles: true,
  shortens: true,
  reasons: { accepted: 'event-taken', shortened: 'event-taken-shortened' },
  async start() {
    const events = await startPagerdutyFake({ routingKey, perMinute: 100_000 })
    const config = { baseUrl: events.url }
    return {
      settings: { config, secrets: { routingKey } },
      withWrongSecret: { config, secrets: { routingKey: wrongKey } },
      withPort: (port) => ({
        config: { baseUrl: `http://127.0.0.1:${port}` },
        secrets: { routingKey },
      }),
      secrets: [routingKey, wrongKey],
      ...contractOf(events, {
        refusal: {
          status: 400,
          body: `{"status":"invalid event","message":"bad event","errors":["of ${routingKey}"]}`,
        },
        throttling: { status: 429, headers: { 'retry-after': '30' } },
      }),
      // An alert is an event of its own, and a digest as many events as it has alerts.
      texts: async () => [
        events
          .messages()
          .map(({ text }) => text)
          .join('\n'),
      ],
    }
  },
})
