import { channelContract } from '../../testing/contract.ts'
import { contractOf } from '../../testing/contract-receiver.ts'
import { startWecomAppFake } from '../../testing/index.ts'
import { wecomAppConfig } from './config.ts'

const corpSecret = 'Zx81kLp0QzR8sTuVwXyZ-corp'

for (const format of wecomAppConfig.shape.format.unwrap().options) {
  channelContract({
    kind: 'wecom-app',
    variant: format,
    isAnotherForm: format !== 'markdown',
    throttles: true,
    shortens: true,
    async start() {
      const application = { corpId: 'ww1234567890', corpSecret, agentId: 1_000_002 }
      const app = await startWecomAppFake({ ...application, perMemberAndMinute: 1_000 })
      const settings = {
        config: {
          baseUrl: app.url,
          corpId: application.corpId,
          agentId: application.agentId,
          toUser: ['lilei', 'hanmeimei'],
          format,
        },
        secrets: { corpSecret },
      }
      return {
        settings,
        withWrongSecret: { ...settings, secrets: { corpSecret: 'wrong-0000' } },
        withPort: (port) => ({
          ...settings,
          config: { ...settings.config, baseUrl: `http://127.0.0.1:${port}` },
        }),
        secrets: [corpSecret, 'wrong-0000', 'tok-1-'],
        ...contractOf(app, {
          refusal: { body: `{"errcode":81013,"errmsg":"all invalid for ${corpSecret}"}` },
          throttling: { body: '{"errcode":45009,"errmsg":"api freq out of limit"}' },
        }),
        // The suite sends some messages twice, and the application shows a repeat only once.
        texts: async () => app.requests().flatMap(({ text }) => (text === '' ? [] : [text])),
      }
    },
  })
}
