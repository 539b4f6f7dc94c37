import { channelKindOf } from '@highwater/channels/catalog'
import { describe, expect, test } from 'vitest'
import { inLanguage } from '~/features/alert/in-language.fixture.ts'
import { SettingsRead } from './settings-read.tsx'

const said = (kind: string, config: Readonly<Record<string, unknown>>) =>
  inLanguage('zh-CN', SettingsRead, {
    fields: channelKindOf(kind).fields,
    config,
    secrets: { webhook: 'set', secret: 'unset' },
    clusters: [{ id: 'c1', name: 'OCP 一号' }],
  })

describe('whoever may not change a channel', () => {
  test('reads where it sends, in the words of its form', () => {
    const mail = said('email', {
      ...{ host: 'mail.example.com', port: 587, security: 'starttls' },
      ...{ to: ['dba@example.com', 'ops@example.com'] },
    })
    expect(mail).toContain('mail.example.com')
    expect(mail).toContain('587')
    expect(mail).toContain('dba@example.com\nops@example.com')
    expect(mail).toContain('STARTTLS')
  })

  test('learns of a secret only that it is set', () => {
    const robot = said('dingtalk', {})
    expect(robot).toContain('Webhook')
    expect(robot).toContain('已设置')
  })
})
