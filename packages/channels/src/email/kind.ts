import type { InputFault } from '@highwater/core'
import { type ChannelSettings, defineKind } from '../kind.ts'
import { mostMailConnections } from '../network/mail-connections.ts'
import { type EmailConfig, type EmailSecrets, emailConfig, emailSecrets } from './config.ts'
import { emailFaults } from './faults.ts'
import { emailFields } from './fields.ts'
import { emailReasons } from './reasons.ts'
import { maxMailBytes, renderEmail } from './render.ts'

function signInFaults({
  config,
  secrets,
}: ChannelSettings<EmailConfig, EmailSecrets>): InputFault[] {
  const faults: InputFault[] = []
  if (config.authMethod === 'xoauth2') {
    for (const [path, value, message] of [
      ['config.username', config.username, 'OAuth needs the mailbox as the user.'],
      ['config.oauth.tokenUrl', config.oauth, 'OAuth needs the address of tokens and a client.'],
      ['secrets.clientSecret', secrets.clientSecret, 'OAuth needs a client secret.'],
    ] as const) {
      if (value === undefined) faults.push({ path, message })
    }
  } else if (config.username !== undefined && secrets.password === undefined) {
    faults.push({ path: 'secrets.password', message: 'A user needs a password.' })
  }
  if (
    config.authMethod !== 'xoauth2' &&
    config.username === undefined &&
    secrets.password !== undefined
  ) {
    faults.push({ path: 'config.username', message: 'A password needs a user.' })
  }
  if (config.username !== undefined && config.security === 'none') {
    faults.push({
      path: 'config.security',
      message:
        'A password is never sent unencrypted: choose TLS or STARTTLS, or leave out the user.',
    })
  }
  return faults
}

export const email = defineKind({
  kind: 'email',
  place: 50,
  sign: 'mail',
  label: { 'zh-CN': '邮件', en: 'E-mail' },
  summary: {
    'zh-CN': '通过 SMTP 服务器把告警发到一个或多个邮箱。',
    en: 'Sends alerts to one or more mailboxes through an SMTP server.',
  },
  config: emailConfig,
  secrets: emailSecrets,
  fields: emailFields,
  example: {
    host: 'smtp.example.com',
    port: 465,
    from: { address: 'alerts@example.com' },
    to: ['dba@example.com'],
  },
  capabilities: {
    formats: ['text', 'table', 'attachment', 'table+attachment'],
    mentions: [],
    threads: true,
    // Few mailboxes collapse mails of one Message-ID.
    repeatsSafely: false,
  },
  limits: {
    // More would only wait for a connection.
    atOnce: mostMailConnections,
    maxBytes: maxMailBytes,
    rate: [],
  },
  reasons: emailReasons,
  chineseFaults: emailFaults,
  check: signInFaults,
  robotOf: ({ config: { host, username } }) => ({ host, username }),
  readdress: (config, address) => ({ ...config, to: [address], cc: [], bcc: [] }),
  render: renderEmail,
})
