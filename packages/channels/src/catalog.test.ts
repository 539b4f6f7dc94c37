import { locales, messageLocales, parseInput } from '@highwater/core'
import { messageKinds } from '@highwater/core/notify'
import { describe, expect, it } from 'vitest'
import {
  carriesPersonalMail,
  channelInput,
  channelKindNames,
  channelKinds,
  describeKind,
  exampleConfigOf,
  jsonVariables,
  maskConfig,
  measureOf,
  rateLimitsOf,
  readdressed,
  renderFor,
  restoreConfig,
  robotOf,
  sampleMessage,
  secretNames,
  variableFacts,
  variableNames,
} from './catalog.ts'

const faultsFor = (input: unknown): readonly { path: string; message: string }[] => {
  try {
    parseInput(channelInput, input)
    return []
  } catch (error) {
    if (error instanceof Error && 'faults' in error && Array.isArray(error.faults))
      return error.faults
    throw error
  }
}

const robot = { kind: 'dingtalk', config: {}, secrets: { webhook: 'abc123token' } }

describe('the catalog', () => {
  it('offers every kind, in the order in which people choose one', () => {
    const places = channelKinds.map(({ place }) => place)
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    expect(channelKindNames[0]).toBe('dingtalk')
  })

  it.each(channelKindNames)('shows every message of %s before there is a channel', (kind) => {
    for (const locale of messageLocales) {
      for (const each of messageKinds) {
        const options = { locale, channelName: 'x', consoleUrl: 'https://highwater.example.com' }
        const message = sampleMessage({ ...options, kind: each })
        const rendered = renderFor(kind, { message, locale }, exampleConfigOf(kind))
        expect(rendered.preview.title).not.toBe('')
        const { used, limit } = measureOf(kind, rendered)
        expect(used).toBeGreaterThan(0)
        expect(used).toBeLessThanOrEqual(limit)
      }
    }
  })

  it('explains the variables of every field that is a template', () => {
    const templates = channelKinds.flatMap(({ fields }) =>
      fields.filter(({ takesVariables }) => takesVariables).map(({ path }) => path),
    )
    expect(templates).toEqual(['config.body'])
    expect(Object.keys(variableFacts).sort()).toEqual([...variableNames].sort())
    expect([...jsonVariables].every((name) => name in variableFacts)).toBe(true)
  })

  it('fills in the defaults of a kind', () => {
    const { config } = parseInput(channelInput, robot)
    expect(config).toMatchObject({ format: 'markdown', atMobiles: [], atUserIds: [], atAll: false })
  })

  it('refuses an unknown key and says which', () => {
    const faults = faultsFor({ ...robot, config: { keywrod: 'x' } })
    expect(faults).toEqual([{ path: 'config.keywrod', message: 'There is no such field.' }])
  })

  it('refuses an unknown kind and names the ones there are', () => {
    expect(faultsFor({ ...robot, kind: 'pager' })).toEqual([
      { path: 'kind', message: `Use one of ${channelKindNames.join(', ')}.` },
    ])
  })

  it('takes a gateway address as a place to put the path behind, and nothing else', () => {
    const settings = (baseUrl: string) => ({ ...robot, config: { baseUrl } })
    expect(parseInput(channelInput, settings('http://gateway:8080/ding/')).config).toMatchObject({
      baseUrl: 'http://gateway:8080/ding',
    })
    for (const baseUrl of ['http://gateway:8080/?key=1', 'http://gateway:8080/#top']) {
      expect(faultsFor(settings(baseUrl)).map(({ path }) => path)).toEqual(['config.baseUrl'])
    }
  })

  it('points at the fault inside a list', () => {
    const faults = faultsFor({ ...robot, config: { atMobiles: ['13800000000', 'Li Lei'] } })
    expect(faults.map((fault) => fault.path)).toEqual(['config.atMobiles[1]'])
  })

  it('says that a secret is missing', () => {
    expect(faultsFor({ kind: 'dingtalk' }).map((fault) => fault.path)).toEqual(['secrets.webhook'])
  })

  for (const kind of channelKinds) {
    it(`draws every setting of ${kind.kind} with texts in both languages`, () => {
      const { config, secrets, fields } = describeKind(kind)
      const named = new Set(fields.map((field) => field.path.split('.').slice(0, 2).join('.')))
      const settings = [
        ...Object.keys(config.properties ?? {}).map((name) => `config.${name}`),
        ...Object.keys(secrets.properties ?? {}).map((name) => `secrets.${name}`),
      ]
      expect([...named].sort()).toEqual(settings.sort())
      expect(secretNames(kind.kind)).toEqual(
        expect.arrayContaining(Object.keys(secrets.properties ?? {})),
      )
      for (const locale of locales) {
        for (const field of fields) {
          expect(field.label[locale]).not.toBe('')
          expect(field.help[locale]).not.toBe('')
        }
      }
    })
  }
})

describe('the robot of a channel', () => {
  const name = (kind: string, config: object, secrets: object) =>
    JSON.stringify(robotOf(parseInput(channelInput, { kind, config, secrets })))

  it('is the same by its address and by its bare token', () => {
    const hosts = [
      ['dingtalk', 'https://oapi.dingtalk.com/robot/send?access_token='],
      ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/'],
      ['wecom-robot', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key='],
    ] as const
    for (const [kind, address] of hosts) {
      const bare = name(kind, {}, { webhook: 'abc123token' })
      expect(name(kind, {}, { webhook: `${address}abc123token` })).toBe(bare)
      expect(name(kind, {}, { webhook: 'other456token' })).not.toBe(bare)
    }
  })

  it('differs between chats of a bot and between applications', () => {
    const botToken = '110201543:AAHdqTcvCH1v'
    expect(name('telegram', { chatId: '-100' }, { botToken })).not.toBe(
      name('telegram', { chatId: '-200' }, { botToken }),
    )
    const app = { corpId: 'ww1', toUser: ['lilei'] }
    const secrets = { corpSecret: 'secret' }
    expect(name('wecom-app', { ...app, agentId: 1 }, secrets)).not.toBe(
      name('wecom-app', { ...app, agentId: 2 }, secrets),
    )
  })
})

it('a channel of a kind that this version does not know has no limits, and stops no claim', () => {
  expect(rateLimitsOf('pigeon', {})).toEqual([])
})

describe('mail to people', () => {
  it('goes to the one address alone, through a channel whose kind carries it', () => {
    const config = {
      host: 'mail.example.com',
      port: 465,
      security: 'tls',
      from: { address: 'highwater@example.com' },
      to: ['team@others.example'],
      cc: ['boss@others.example'],
      bcc: ['archive@others.example'],
    }
    expect(channelKindNames.filter(carriesPersonalMail)).toEqual(['email'])
    const readdressedConfig = readdressed('email', config, 'li.lei@example.com')
    expect(readdressedConfig).toMatchObject({
      host: 'mail.example.com',
      to: ['li.lei@example.com'],
    })
    expect(JSON.stringify(readdressedConfig)).not.toContain('others.example')
  })
})

describe('settings that are shown', () => {
  const stored = {
    url: 'https://example.com/in?token=abcdef',
    proxy: 'http://user:pw@proxy.example.com:8080',
    method: 'POST',
  }

  it('hide the password of a proxy and secrets in an address', () => {
    expect(maskConfig(stored)).toEqual({
      url: 'https://example.com/in?token=***',
      proxy: 'http://***@proxy.example.com:8080',
      method: 'POST',
    })
  })

  it('keep what is stored when a form sends the mask back', () => {
    const edited = { ...maskConfig(stored), method: 'PUT' }
    expect(restoreConfig(edited, stored)).toEqual({ ...stored, method: 'PUT' })
  })
})
