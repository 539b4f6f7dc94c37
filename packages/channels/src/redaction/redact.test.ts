import { expect, it } from 'vitest'
import { redact, stringsIn } from './redact.ts'

it.each([
  'https://oapi.dingtalk.com/robot/send?access_token=s3cr3t&timestamp=1&sign=s3cr3t',
  'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=s3cr3t',
  'https://open.feishu.cn/open-apis/bot/v2/hook/s3cr3t',
  'https://api.telegram.org/bot12345:s3cr3t/sendMessage',
  'https://hooks.slack.com/services/T1/B2/s3cr3t',
  'Authorization: Bearer s3cr3t',
  'cookie: session=s3cr3t',
  '{"access_token":"s3cr3t","password": "s3cr3t","routing_key":"s3cr3t"}',
  'password=s3cr3t',
  'connect http://user:s3cr3t@proxy.example.com:3128 failed',
  'webhook-signature: v1,s3cr3t',
])('takes the secret out of %s', (text) => {
  expect(redact(text)).not.toContain('s3cr3t')
})

it('takes known secrets out wherever and however they are repeated', () => {
  const secret = 'p+q/r s'
  const text = `plain p+q/r s, query ${encodeURIComponent(secret)}, basic ${btoa(secret)}`
  expect(redact(text, [secret])).toBe('plain ***, query ***, basic ***')
})

it('knows the Base64 of a secret in any letters', () => {
  const text = `AUTH LOGIN ${Buffer.from('Übergang-密码').toString('base64')}`
  expect(redact(text, ['Übergang-密码'])).toBe('AUTH LOGIN ***')
})

it('leaves ordinary words alone', () => {
  expect(redact('keywords not in content, monkey=business')).toBe(
    'keywords not in content, monkey=business',
  )
})

it('finds every string inside a value', () => {
  expect(stringsIn({ a: 'x', b: { c: ['y', 1, null] } })).toEqual(['x', 'y'])
})

it('takes no longer for an answer that is one endless word', () => {
  const started = process.cpuUsage()
  redact('x'.repeat(64 * 1_024), ['kLp0QzR8sTuVwXyZ'])
  expect(process.cpuUsage(started).user).toBeLessThan(500_000)
})
