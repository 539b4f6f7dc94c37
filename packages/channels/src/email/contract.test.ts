import PostalMime from 'postal-mime'
import { channelContract } from '../../testing/contract.ts'
import { startSmtpFake, testTlsIdentity } from '../../testing/index.ts'

const password = 'correct-horse-battery'

channelContract({
  kind: 'email',
  throttles: false,
  // A mail may be a megabyte long; no alert comes near it.
  shortens: false,
  async start() {
    const server = await startSmtpFake({ security: 'starttls', user: { name: 'alerts', password } })
    const config = {
      host: server.host,
      port: server.port,
      security: 'starttls',
      username: 'alerts',
      from: { name: 'Highwater', address: 'alerts@example.com' },
      to: ['dba@example.com'],
      tlsTrust: testTlsIdentity.cert,
    }
    const settings = { config, secrets: { password } }
    return {
      settings,
      withWrongSecret: { config, secrets: { password: 'wrong-password-1' } },
      withPort: (port) => ({ ...settings, config: { ...config, port } }),
      secrets: [password, 'wrong-password-1', btoa(`\0alerts\0${password}`)],
      async texts() {
        const accepted = server.mails().filter((mail) => mail.accepted)
        const parsed = await Promise.all(accepted.map((mail) => PostalMime.parse(mail.raw)))
        return parsed.map((mail) => mail.text ?? '')
      },
      behave(how) {
        switch (how) {
          case 'well':
            return server.behave()
          case 'refuses-in-its-own-words':
            return server.behave({
              refuseMessage: { code: 554, text: `5.7.1 Looks like spam ${password}` },
            })
          case 'throttles':
            return server.behave({ greylist: true })
          case 'cuts-the-answer-off':
            return server.behave({ dropAfterDot: true })
          case 'is-slow':
            return server.behave({ latencyMs: 2_000 })
        }
      },
      close: server.close,
    }
  },
})
