import { channelContract } from '../../testing/contract.ts'
import { contractOf } from '../../testing/contract-receiver.ts'
import { startTelegramFake } from '../../testing/index.ts'

const botToken = '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw'

channelContract({
  kind: 'telegram',
  throttles: true,
  shortens: true,
  async start() {
    const bot = await startTelegramFake({ token: botToken, perMinute: 1_000 })
    const config = { baseUrl: bot.url, chatId: '-1001234567890' }
    return {
      settings: { config, secrets: { botToken } },
      withWrongSecret: { config, secrets: { botToken: '110201543:wrong-0000' } },
      withPort: (port) => ({
        config: { ...config, baseUrl: `http://127.0.0.1:${port}` },
        secrets: { botToken },
      }),
      secrets: [botToken, 'AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw', 'wrong-0000'],
      ...contractOf(bot, {
        refusal: {
          status: 400,
          body: `{"ok":false,"error_code":400,"description":"Bad Request: chat not found for ${botToken}"}`,
        },
        throttling: {
          status: 429,
          body: '{"ok":false,"error_code":429,"parameters":{"retry_after":9}}',
        },
      }),
    }
  },
})
