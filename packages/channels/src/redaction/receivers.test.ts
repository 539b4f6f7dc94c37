import { expect, it } from 'vitest'
import { receiversOf } from './receivers.ts'

it.each([
  [{ baseUrl: 'https://Gateway.example/ding' }, {}, ['https://gateway.example']],
  [
    { url: `https://a.example:8443/p/\${project}?x=1`, method: 'POST' },
    {},
    ['https://a.example:8443'],
  ],
  [{ host: 'Mail.example', port: 465 }, {}, ['mail.example']],
  [{ addresses: ['http://a:9093', 'http://b:9093/am'] }, {}, ['http://a:9093', 'http://b:9093']],
  [{ oauth: { tokenUrl: 'https://id.example/t', clientId: 'c' } }, {}, ['https://id.example']],
  [{ keyword: 'x', proxy: 'http://proxy.example:3128' }, { webhook: 'token' }, []],
  [
    { proxy: 'http://user:pw@proxy.example:3128' },
    { webhook: 'http://oapi.dingtalk.com/robot/send?access_token=x' },
    ['proxy http://proxy.example:3128'],
  ],
])('%j with %j are seen by %j', (config, secrets, places) => {
  expect(receiversOf(config, secrets)).toEqual(places)
})
