import { Buffer } from 'node:buffer'
import { channelContract } from '../../testing/contract.ts'
import { contractOf } from '../../testing/contract-receiver.ts'
import { startOcpFake } from '../../testing/index.ts'

const account = {
  user: 'highwater',
  password: 'kLp0QzR8sTuVwXyZ',
  accessKey: 'AK0123456789',
  secretKey: 'Zx81kLp0QzR8sTuVwXyZ1234',
}
const config = { cluster: '0190d5a0-cccc-7000-8000-000000000001' }

channelContract({
  kind: 'ocp',
  throttles: true,
  shortens: true,
  reasons: {
    accepted: 'accepted',
    shortened: 'accepted-shortened',
    ended: 'left-to-clear',
  },
  async start() {
    const ocp = await startOcpFake({ ...account, perMinute: 100_000 })
    const at = (endpoint: string, secrets: object) => ({
      config,
      secrets: {},
      cluster: {
        config: { endpoint, signIn: 'access-key', accessKey: account.accessKey },
        secrets,
      },
    })
    const { password, secretKey } = account
    return {
      settings: at(ocp.url, { password, secretKey }),
      withWrongSecret: at(ocp.url, { password: 'wrong-0000', secretKey: 'wrong-0000' }),
      withPort: (port) => at(`http://127.0.0.1:${port}`, { password, secretKey }),
      secrets: [
        password,
        secretKey,
        'wrong-0000',
        Buffer.from(`${account.user}:${password}`).toString('base64'),
      ],
      ...contractOf(ocp, {
        refusal: {
          body: `{"successful":false,"status":400,"error":{"code":4001,"message":"no item for ${password} ${secretKey}"}}`,
        },
        throttling: { status: 429, headers: { 'ratelimit-reset': '30' } },
      }),
      // An alert is an alarm of its own, and a digest as many as it has alerts.
      texts: async () => [
        ocp
          .messages()
          .map(({ text }) => text)
          .join('\n'),
      ],
    }
  },
})
