import PostalMime from 'postal-mime'
import { channelContract } from '../../testing/contract.ts'
import {
  type SmtpMisbehaviour,
  startSmtpFake,
  startTcpFake,
  testTlsIdentity,
} from '../../testing/index.ts'

const password = 'correct-horse-battery'

channelContract({
  kind: 'email',
  throttles: false,
  // A mail may be a megabyte long; no alert comes near it.
  shortens: false,
  // A mail server tells each step apart, so what fails before the final dot has certainly not left.
  fates: {
    'cut-before-body': { kind: 'transient', reason: 'cut-off-unsent' },
    garbage: { kind: 'transient', reason: 'not-a-mail-server' },
    'web-page': { kind: 'transient', reason: 'not-a-mail-server' },
    'server-error': { kind: 'transient', reason: 'greylisted' },
    slow: { kind: 'transient', reason: 'timed-out-unsent' },
    throttling: { kind: 'transient', reason: 'greylisted' },
  },
  async start() {
    const server = await startSmtpFake({ security: 'starttls', user: { name: 'alerts', password } })
    const garbage = await startTcpFake('\u0000\u0001}{\u007F\r\n'.repeat(1_000))
    const page = await startTcpFake('HTTP/1.1 400 Bad Request\r\n\r\n<html>')
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
    const withConfig = (changes: object) => ({ ...settings, config: { ...config, ...changes } })
    const misbehaving = (how: SmtpMisbehaviour) => () => {
      server.behave(how)
      return settings
    }
    return {
      settings,
      withWrongSecret: { config, secrets: { password: 'wrong-password-1' } },
      withPort: (port) => withConfig({ port }),
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
            return server.behave({ latencyMs: 120_000 })
        }
      },
      damaged: {
        'cut-before-body': misbehaving({ dropAtSender: true }),
        'cut-after-body': misbehaving({ dropAfterDot: true }),
        garbage: () => withConfig({ port: garbage.port }),
        'web-page': () => withConfig({ port: page.port }),
        'server-error': misbehaving({ refuseSender: { code: 451, text: '4.3.0 Local error' } }),
        slow: misbehaving({ latencyMs: 120_000 }),
        'wrong-certificate': () => withConfig({ tlsTrust: undefined }),
        'unknown-name': () => withConfig({ host: 'receiver.invalid' }),
        oversize: misbehaving({ refuseMessage: { code: 552, text: '5.3.4 Message too big' } }),
      },
      async close() {
        await Promise.all([server.close(), garbage.close(), page.close()])
      },
    }
  },
})
