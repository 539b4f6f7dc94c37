import { describe, expect, it } from 'vitest'
import { endpointOf } from './webhook-address.ts'

const key = '693a91f6-7a0c-4bc4-97a0-0ec2sifa5aaa'
const vendor = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${key}`

describe('the address of a WeCom robot', () => {
  it.each([
    [key, vendor],
    [vendor, vendor],
    [` "${vendor}"`, vendor],
    [`${vendor}&debug=1`, vendor],
    [vendor.replace('https', 'http'), vendor.replace('https', 'http')],
  ])('is read from %s', (webhook, url) => {
    expect(endpointOf(webhook, undefined)).toEqual({ url })
  })

  it('leads to the gateway when there is one', () => {
    const url = `http://10.0.0.8:8080/cgi-bin/webhook/send?key=${key}`
    expect(endpointOf(key, 'http://10.0.0.8:8080')).toEqual({ url })
    expect(endpointOf(vendor, 'http://10.0.0.8:8080')).toEqual({ url })
  })

  it.each([
    ['https://oapi.dingtalk.com/robot/send?access_token=1', 'DingTalk'],
    ['https://open.feishu.cn/open-apis/bot/v2/hook/1-2-3', 'Feishu'],
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send', 'no key'],
    [vendor.replace('.com/', '.com.evil.example/'), 'qyapi.weixin.qq.com'],
    [vendor.replace('.com/', '.com:8443/'), 'qyapi.weixin.qq.com'],
    ['two words', 'webhook address'],
  ])('refuses %s and says why', (webhook, word) => {
    expect(endpointOf(webhook, undefined)).toEqual({ fault: expect.stringContaining(word) })
  })
})
