import { describe, expect, it } from 'vitest'
import { endpointOf } from './webhook-address.ts'

const id = '6f7c1d2e-3b4a-5968-7869-5a4b3c2d1e0f'
const vendor = `https://open.feishu.cn/open-apis/bot/v2/hook/${id}`
const lark = `https://open.larksuite.com/open-apis/bot/v2/hook/${id}`

describe('the address of a Feishu robot', () => {
  it.each([
    [id, vendor],
    [vendor, vendor],
    [lark, lark],
    [` “${vendor}” `, vendor],
    [`${vendor}?lang=zh`, vendor],
    [vendor.replace('https', 'http'), vendor.replace('https', 'http')],
  ])('is read from %s', (webhook, url) => {
    expect(endpointOf(webhook, undefined)).toEqual({ url })
  })

  it('leads to the gateway when there is one', () => {
    const url = `http://10.0.0.8:8080/open-apis/bot/v2/hook/${id}`
    expect(endpointOf(id, 'http://10.0.0.8:8080')).toEqual({ url })
    expect(endpointOf(lark, 'http://10.0.0.8:8080')).toEqual({ url })
  })

  it.each([
    ['https://oapi.dingtalk.com/robot/send?access_token=1', 'DingTalk'],
    ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', 'WeCom'],
    [`https://open.feishu.cn/open-apis/bot/hook/${id}`, 'first generation'],
    ['https://open.feishu.cn/open-apis/bot/v2/hook/', '/open-apis/bot/v2/hook/'],
    [`https://open.feishu.cn/open-apis/bot/v2/hook/${id}/more`, '/open-apis/bot/v2/hook/'],
    [vendor.replace('feishu.cn', 'feishu.cn.evil.example'), 'open.feishu.cn'],
    [vendor.replace('feishu.cn', 'feishu.cn:8443'), 'open.feishu.cn'],
    ['two words', 'webhook address'],
  ])('refuses %s and says why', (webhook, word) => {
    expect(endpointOf(webhook, undefined)).toEqual({ fault: expect.stringContaining(word) })
  })
})
