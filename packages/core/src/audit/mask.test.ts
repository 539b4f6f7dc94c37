import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mask, masked } from './mask.ts'
import { targetOf } from './target-of.ts'

describe('a masked value', () => {
  it('hides what the caller names', () => {
    expect(
      mask({ secrets: { webhook: 'https://robot' }, name: 'ops' }, ['secrets.webhook']),
    ).toEqual({ secrets: { webhook: masked }, name: 'ops' })
  })

  it('hides the items of a list under the path of the list', () => {
    const value = { servers: [{ host: 'a', login: 'x' }] }
    expect(mask(value, ['servers.login'])).toEqual({ servers: [{ host: 'a', login: masked }] })
  })

  it.each([
    'signingSecret',
    'password',
    'accessToken',
    'Authorization',
    'credentials',
    'private_key',
    'X-Api-Key',
    'Set-Cookie',
  ])('hides the text under %s, though nobody named it', (key) => {
    expect(mask({ [key]: 'hunter2', headers: { [key]: ['hunter2'] } })).toEqual({
      [key]: masked,
      headers: { [key]: [masked] },
    })
  })

  it('hides every text below a key that sounds like a secret', () => {
    expect(mask({ secrets: { webhook: 'https://robot', extra: { a: 'b' } } })).toEqual({
      secrets: { webhook: masked, extra: { a: masked } },
    })
  })

  it('leaves in sight whether a secret is set', () => {
    const value = { secrets: { webhook: 'set', signingSecret: 'unset' }, password: null }
    expect(mask(value)).toEqual(value)
  })

  it('hides the login inside a proxy address and the token inside a webhook address', () => {
    expect(mask({ proxy: 'http://me:hunter2@proxy:3128' })).toEqual({
      proxy: `http://${masked}@proxy:3128`,
    })
    expect(mask({ url: 'https://robot/send?access_token=abc&x=1' })).toEqual({
      url: `https://robot/send?access_token=${masked}&x=1`,
    })
    for (const name of ['api_key', 'apikey', 'sig', 'signature', 'client_secret', 'password']) {
      expect(mask(`https://robot/send?monkey=1&${name}=abc`)).not.toContain('abc')
    }
  })

  it('never lets a secret through, however deep it lies', () => {
    const path = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(path, (keys) => {
        const value = keys.reduceRight<unknown>((inner, key) => ({ [key]: inner }), 'hunter2')
        expect(JSON.stringify(mask(value, [keys.join('.')]))).not.toContain('hunter2')
        expect(JSON.stringify(mask({ secret: value }))).not.toContain('hunter2')
      }),
    )
  })

  it('leaves everything else as it is', () => {
    const value = { name: 'ops', atMobiles: ['13800000000'], port: 465, enabled: true, proxy: null }
    expect(mask(value)).toEqual(value)
  })
})

it('A refused attempt is filed under the thing and the operation of its action', () => {
  expect(targetOf('policy.update')).toEqual({
    target: 'protection_level',
    operation: 'modification',
    risk: 'moderate',
  })
  expect(targetOf('audit.read')).toEqual({ target: 'audit', operation: 'access', risk: 'low' })
})
