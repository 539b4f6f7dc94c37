import { channelContract } from '../../testing/contract.ts'
import { contractOf } from '../../testing/contract-receiver.ts'
import { startFeishuFake } from '../../testing/index.ts'
import { feishuConfig } from './config.ts'

const hook = '6f7c1d2e-3b4a-5968-7869-5a4b3c2d1e0f'
const signingSecret = 'kLp0QzR8sTuVwXyZ'

for (const format of feishuConfig.shape.format.unwrap().options) {
  channelContract({
    kind: 'feishu',
    variant: format,
    isAnotherForm: format !== 'card',
    throttles: true,
    shortens: true,
    async start() {
      const robot = await startFeishuFake({
        hook,
        secret: signingSecret,
        keyword: '高水位',
        perSecond: 1_000,
        perMinute: 1_000,
      })
      const settings = {
        config: { baseUrl: robot.url, format, keyword: '高水位', atUserIds: ['ou_1a2b3c'] },
        secrets: { webhook: hook, signingSecret },
      }
      return {
        settings,
        withWrongSecret: {
          ...settings,
          secrets: { ...settings.secrets, signingSecret: 'wrong0000' },
        },
        withPort: (port) => ({
          ...settings,
          config: { ...settings.config, baseUrl: `http://127.0.0.1:${port}` },
        }),
        secrets: [hook, signingSecret, 'wrong0000'],
        ...contractOf(robot, {
          refusal: { body: `{"code":19024,"msg":"Key Words Not Found ${hook}"}` },
          throttling: { status: 400, body: '{"code":9499,"msg":"too many request"}' },
        }),
      }
    },
  })
}
