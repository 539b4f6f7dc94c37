import { channelContract } from '../../testing/contract.ts'
import { startDingTalkFake } from '../../testing/index.ts'

const token = 'f0e1d2c3b4a5968778695a4b3c2d1e0f'
const signingSecret = 'SECb90923e19e58b466481e9e7b7a5b4f108a4531abde590ad3967fb29f0eae5c68'

channelContract({
  kind: 'dingtalk',
  throttles: true,
  shortens: true,
  async start() {
    const robot = await startDingTalkFake({
      token,
      secret: signingSecret,
      keyword: '高水位',
      limitPerMinute: 1_000,
    })
    const settings = {
      config: { baseUrl: robot.url, keyword: '高水位', atMobiles: ['13800000000'] },
      secrets: { webhook: token, signingSecret },
    }
    return {
      settings,
      withWrongSecret: {
        ...settings,
        secrets: { ...settings.secrets, signingSecret: 'SECwrong0000' },
      },
      withPort: (port) => ({
        ...settings,
        config: { ...settings.config, baseUrl: `http://127.0.0.1:${port}` },
      }),
      secrets: [token, signingSecret, 'SECwrong0000'],
      texts: async () => robot.messages().map((message) => message.text),
      behave(how) {
        switch (how) {
          case 'well':
            return robot.behave()
          case 'refuses-in-its-own-words':
            return robot.behave({
              body: `{"errcode":310000,"errmsg":"keywords not in content for access_token=${token}"}`,
            })
          case 'throttles':
            return robot.behave({ body: '{"errcode":130101,"errmsg":"send too fast","wait":5}' })
          case 'cuts-the-answer-off':
            return robot.behave({ cutAnswer: true })
          case 'is-slow':
            return robot.behave({ latencyMs: 120_000 })
        }
      },
      misbehave: robot.behave,
      close: robot.close,
    }
  },
})
