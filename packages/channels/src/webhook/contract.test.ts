import { channelContract } from '../../testing/contract.ts'
import { startWebhookFake } from '../../testing/index.ts'

const authorization = 'Bearer 4f9c1d7e2b'
const signingSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const apiKey = 'k-77aa88bb99cc'

channelContract({
  kind: 'webhook',
  throttles: true,
  shortens: true,
  // The check asks for JSON, so an answer that is none leaves open what became of the message.
  fates: {
    garbage: { kind: 'unknown', reason: 'answer-not-json' },
    'web-page': { kind: 'unknown', reason: 'answer-not-json' },
  },
  async start() {
    const endpoint = await startWebhookFake({
      answer: ({ headers }) =>
        headers.authorization === authorization
          ? { status: 200, body: '{"ok":true}' }
          : { status: 401, body: `{"error":"bad header ${headers.authorization}"}` },
    })
    const config = {
      url: `${endpoint.url}/alerts?token=q-5566778899`,
      signature: 'standard-webhooks',
      body: `{"id":"\${alarm_id}","text":"\${message}"}`,
      responseCheck: { json: { ok: true } },
    }
    const secrets = { authorization, signingSecret, secretHeaders: { 'X-Api-Key': apiKey } }
    return {
      settings: { config, secrets },
      withWrongSecret: { config, secrets: { ...secrets, authorization: 'Bearer wrong-0000' } },
      withPort: (port) => ({
        config: { ...config, url: `http://127.0.0.1:${port}/alerts?token=q-5566778899` },
        secrets,
      }),
      secrets: [authorization, signingSecret, apiKey, 'q-5566778899', 'wrong-0000'],
      async texts() {
        return endpoint.requests().map(({ text }) => text)
      },
      behave(how) {
        switch (how) {
          case 'well':
            return endpoint.behave()
          case 'refuses-in-its-own-words':
            return endpoint.behave({ body: `{"ok":false,"seen":"${apiKey}"}` })
          case 'throttles':
            return endpoint.behave({ status: 429, headers: { 'retry-after': '30' } })
          case 'cuts-the-answer-off':
            return endpoint.behave({ cutAnswer: true })
          case 'is-slow':
            return endpoint.behave({ latencyMs: 120_000 })
        }
      },
      misbehave: endpoint.behave,
      close: endpoint.close,
    }
  },
})
