import { AppError, parseInput } from '@highwater/core'
import { describe, expect, it } from 'vitest'
import { channelInput } from '../catalog.ts'

const variable = (name: string): string => `$\{${name}}`

function faults(
  config: Record<string, unknown>,
  secrets: Record<string, unknown> = {},
): readonly string[] {
  try {
    const url = 'https://example.com/in'
    parseInput(channelInput, { kind: 'webhook', config: { url, ...config }, secrets })
    return []
  } catch (error) {
    if (error instanceof AppError) return error.faults.map((fault) => fault.path)
    throw error
  }
}

describe('the settings of a webhook', () => {
  it.each([
    [{ url: 'ftp://example.com/' }, 'config.url'],
    [{ url: 'example.com/in' }, 'config.url'],
    [{ url: 'http://example.com:99999/in' }, 'config.url'],
    [{ url: 'https://user:pw@example.com/in' }, 'config.url'],
    [{ url: `https://${variable('project')}.example.com/` }, 'config.url'],
    [{ url: `https://example.com/${variable('nothing')}` }, 'config.url'],
    [{ body: `{"a": ${variable('unknown_name')}}` }, 'config.body'],
    [{ url: 'https://example.com/in?token=***' }, 'config.url'],
    [{ proxy: 'http://***@proxy.example.com:3128' }, 'config.proxy'],
    [{ body: '{"a": }' }, 'config.body'],
    [{ body: `{"a": "${variable('message_json')}"}` }, 'config.body'],
    [{ headers: { Authorization: 'Bearer x' } }, 'config.headers.Authorization'],
    [{ headers: { 'X-Api-Key': 'x' } }, 'config.headers.X-Api-Key'],
    [{ headers: { 'PRIVATE-TOKEN': 'x' } }, 'config.headers.PRIVATE-TOKEN'],
    [{ headers: { Host: 'x' } }, 'config.headers.Host'],
    [{ headers: { 'Transfer-Encoding': 'chunked' } }, 'config.headers.Transfer-Encoding'],
    [{ headers: { 'X-A': 'a\r\nb' } }, 'config.headers.X-A'],
    [{ headers: { 'X-A': variable('nothing') } }, 'config.headers.X-A'],
    [{ responseCheck: { status: [302] } }, 'config.responseCheck.status[0]'],
    [{ responseCheck: { regex: '(' } }, 'config.responseCheck.regex'],
    [{ signature: 'github' }, 'secrets.signingSecret'],
  ])('%j is refused at %s', (config, path) => {
    expect(faults(config)).toContain(path)
  })

  it('a Standard Webhooks secret must have the right form', () => {
    const signature = 'standard-webhooks'
    expect(faults({ signature }, { signingSecret: 'whsec_short' })).toEqual([
      'secrets.signingSecret',
    ])
    expect(
      faults({ signature }, { signingSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }),
    ).toEqual([])
  })

  it('templates with known variables are accepted', () => {
    const body = `{"title": "${variable('headline')}", "behind": ${variable('value')}, "m": ${variable('message_json')}}`
    expect(faults({ body, url: `https://example.com/${variable('alarm_id')}` })).toEqual([])
  })
})
