import { describe, expect, it } from 'vitest'
import { endpointOf } from './webhook-address.ts'

const token = 'f0e1d2c3b4a59687'
const vendor = `https://oapi.dingtalk.com/robot/send?access_token=${token}`

describe('the address of a robot', () => {
  it.each([
    [token, vendor],
    [vendor, vendor],
    [`  "${vendor}" `, vendor],
    [`“${vendor}”`, vendor],
    [`${vendor}&timestamp=1&sign=old`, vendor],
    [
      `https://oapi.dingtalk.io/robot/send?access_token=${token}`,
      `https://oapi.dingtalk.io/robot/send?access_token=${token}`,
    ],
    [
      `http://oapi.dingtalk.com/robot/send?access_token=${token}`,
      `http://oapi.dingtalk.com/robot/send?access_token=${token}`,
    ],
  ])('is read from %s', (webhook, url) => {
    expect(endpointOf(webhook, undefined)).toEqual({ url })
  })

  it('leads to the gateway when there is one', () => {
    const url = `http://10.0.0.8:8080/robot/send?access_token=${token}`
    expect(endpointOf(token, 'http://10.0.0.8:8080')).toEqual({ url })
    expect(endpointOf(vendor, 'http://10.0.0.8:8080')).toEqual({ url })
  })

  it.each([
    ['https://open.feishu.cn/open-apis/bot/v2/hook/1-2-3', 'Feishu'],
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', 'WeCom'],
    ['https://oapi.dingtalk.com/robot/send', 'access_token'],
    [
      `https://oapi.dingtalk.com.evil.example/robot/send?access_token=${token}`,
      'oapi.dingtalk.com',
    ],
    [`https://oapi.dingtalk.com:8443/robot/send?access_token=${token}`, 'oapi.dingtalk.com'],
    ['two words', 'webhook address'],
    ['', 'webhook address'],
  ])('refuses %s and says why', (webhook, word) => {
    expect(endpointOf(webhook, undefined)).toEqual({ fault: expect.stringContaining(word) })
  })
})
