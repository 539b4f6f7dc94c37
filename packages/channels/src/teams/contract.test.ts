import { channelContract } from '../../testing/contract.ts'
import { contractOf } from '../../testing/contract-receiver.ts'
import { startTeamsFake } from '../../testing/index.ts'

const signature = 'kLp0QzR8sTuVwXyZ1234abcd-sig'
const workflow = '6f7c1d2e3b4a596878695a4b3c2d1e0f'

const addressWith = (sig: string) => ({
  webhook: `https://prod-07.westeurope.logic.azure.com:443/workflows/${workflow}/triggers/manual/paths/invoke?api-version=2016-06-01&sp=%2Ftriggers%2Fmanual%2Frun&sv=1.0&sig=${sig}`,
})

channelContract({
  kind: 'teams',
  throttles: true,
  shortens: true,
  // Every answer of a workflow with status 2xx says that it was taken, but for a page.
  fates: { garbage: { kind: 'delivered', reason: 'queued' } },
  reasons: { accepted: 'queued', shortened: 'queued-shortened' },
  async start() {
    const flow = await startTeamsFake({ signature, perSecond: 1_000 })
    const config = { baseUrl: flow.url, mentions: { 'lilei@example.com': '李雷' } }
    return {
      settings: { config, secrets: addressWith(signature) },
      withWrongSecret: { config, secrets: addressWith('wrong-0000-sig') },
      withPort: (port) => ({
        config: { ...config, baseUrl: `http://127.0.0.1:${port}` },
        secrets: addressWith(signature),
      }),
      secrets: [signature, workflow, 'wrong-0000-sig'],
      ...contractOf(flow, {
        refusal: { status: 400, body: `{"error":{"message":"bad card for ${signature}"}}` },
        acceptance: { status: 202, body: 'accepted' },
        throttling: { status: 429, headers: { 'retry-after': '5' } },
      }),
    }
  },
})
