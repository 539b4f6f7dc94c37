import { describe, expect, it } from 'vitest'
import { verdictOf } from './codes.ts'

describe('the codes of a robot', () => {
  it.each([
    [310000, 'keywords not in content, more: [url]', 'settings', 'keyword-missing'],
    [
      310000,
      '错误描述:关键词不匹配;解决方案:请联系群管理员查看此机器人的关键词',
      'settings',
      'keyword-missing',
    ],
    [310000, 'sign not match, more: [url]', 'credentials', 'signature-mismatch'],
    [
      310000,
      'description:机器人发送签名不匹配;solution:请确认签名和生成签名的时间戳必须都放在调用的网址中',
      'credentials',
      'signature-mismatch',
    ],
    [310000, 'invalid timestamp, more: [url]', 'settings', 'clock-off'],
    [310000, 'description:机器人发送签名过期;solution:请保持在一小时以内', 'settings', 'clock-off'],
    [310000, 'ip 203.0.113.9 not in whitelist', 'settings', 'source-address-refused'],
    [310000, '来源不在白名单', 'settings', 'source-address-refused'],
    [310000, 'something new', 'settings', 'security-check-failed'],
    [300001, 'token is not exist', 'credentials', 'unknown-robot'],
    [300005, 'token is not exist', 'credentials', 'unknown-robot'],
    [400101, '', 'credentials', 'unknown-robot'],
    [400102, '', 'settings', 'robot-stopped'],
    [400106, '', 'settings', 'robot-not-in-group'],
    [400013, '', 'settings', 'group-dissolved'],
    [400105, '', 'content', 'malformed-request'],
    [40035, '缺少参数 access_token', 'credentials', 'unknown-robot'],
    [40035, '缺少参数 json', 'content', 'malformed-request'],
    [43002, '', 'content', 'malformed-request'],
    [43004, '', 'content', 'malformed-request'],
    [460101, 'message too long, exceed 20000 bytes', 'content', 'too-long'],
    [101002, 'message is too long', 'content', 'too-long'],
    [430101, '', 'content', 'unsafe-content'],
    [430104, '', 'content', 'unsafe-content'],
    [88, '', 'credentials', 'not-authorised'],
    [999999, 'ok', 'content', 'unlisted-code'],
  ] as const)('%i “%s” is rejected for its %s: %s', (code, text, fault, reason) => {
    expect(verdictOf(code, text)).toEqual({ kind: 'rejected', fault, reason })
  })

  it.each([
    [130101, 'send too fast, exceed 20 times per minute'],
    [410100, ''],
    [300001, 'too frequently, try later'],
  ])('%i “%s” blocks the robot for ten minutes', (code, text) => {
    expect(verdictOf(code, text)).toMatchObject({ kind: 'throttled', penalty: 600_000 })
  })

  it('-1 passes by itself', () => {
    expect(verdictOf(-1, '系统繁忙')).toMatchObject({ kind: 'transient' })
  })

  it('0 is delivered, whatever the text says', () => {
    expect(verdictOf(0, 'whatever')).toEqual({ kind: 'delivered' })
  })
})
