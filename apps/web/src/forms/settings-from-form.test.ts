import { channelKindOf } from '@highwater/channels/catalog'
import { expect, test } from 'vitest'
import { removalName, settingsFromForm } from './settings-from-form.ts'
import { storedPairs } from './stored-value.ts'

function formOf(entries: readonly (readonly [string, string])[]): FormData {
  const form = new FormData()
  for (const [name, value] of entries) form.append(name, value)
  return form
}

const read = (kind: string, entries: readonly (readonly [string, string])[]) =>
  settingsFromForm(channelKindOf(kind).fields, formOf(entries))

test('an empty field takes its value away and an empty secret keeps it', () => {
  const { config, secrets } = read('dingtalk', [
    ['secrets.webhook', ''],
    ['config.keyword', ''],
    ['config.format', 'text'],
    ['config.atMobiles', '13800000000'],
    ['config.atMobiles', ' '],
    ['config.atAll', 'on'],
  ])
  expect(secrets).toEqual({})
  expect(config).toMatchObject({
    keyword: null,
    format: 'text',
    atMobiles: ['13800000000'],
    atUserIds: null,
    atAll: true,
  })
})

test('a secret is replaced by what is typed and removed by its checkbox', () => {
  const { secrets } = read('dingtalk', [
    ['secrets.webhook', 'token'],
    ['secrets.signingSecret', ''],
    [removalName('secrets.signingSecret'), 'on'],
  ])
  expect(secrets).toEqual({ webhook: 'token', signingSecret: null })
})

test('nested fields become nested settings, and an empty group is none', () => {
  expect(
    read('email', [
      ['config.from.address', 'dba@example.com'],
      ['config.from.name', ''],
      ['config.port', '587'],
    ]).config,
  ).toMatchObject({ from: { address: 'dba@example.com' }, port: 587 })
  expect(read('webhook', [['config.url', 'https://example.com']]).config.responseCheck).toBeNull()
})

test('a number that is none stays a text for the schema to refuse', () => {
  expect(read('email', [['config.port', '58x']]).config.port).toBe('58x')
})

test('pairs become a record, and the JSON to be found keeps its types', () => {
  const { config } = read('webhook', [
    ['config.headers.key', 'X-Team'],
    ['config.headers.value', '7'],
    ['config.headers.key', ''],
    ['config.headers.value', ''],
    ['config.responseCheck.json.key', 'ok'],
    ['config.responseCheck.json.value', 'true'],
    ['config.responseCheck.status', '200'],
  ])
  expect(config.headers).toEqual({ 'X-Team': '7' })
  expect(config.responseCheck).toEqual({ json: { ok: true }, status: [200] })
})

test('the JSON to be found survives being shown and sent back, whatever it is', () => {
  const json = {
    code: '0',
    count: 0,
    text: 'ok then',
    odd: '007',
    quoted: '"x"',
    none: null,
    data: { list: [1, { a: 'b' }] },
  }
  const rows = storedPairs({ config: { responseCheck: { json } } }, 'config.responseCheck.json')
  const { config } = read(
    'webhook',
    rows.flatMap(({ key, value }) => [
      ['config.responseCheck.json.key', key] as const,
      ['config.responseCheck.json.value', value] as const,
    ]),
  )
  expect(config.responseCheck).toEqual({ json })
  const typed = read('webhook', [
    ['config.responseCheck.json.key', 'id'],
    ['config.responseCheck.json.value', '007'],
  ])
  expect(typed.config.responseCheck).toEqual({ json: { id: '007' } })
})

test('a field that is not drawn takes its value and its secret away', () => {
  const { config, secrets } = read('webhook', [
    ['config.method', 'GET'],
    ['config.body', 'left over'],
    ['config.signature', 'none'],
  ])
  expect(config.body).toBeNull()
  expect(secrets.signingSecret).toBeNull()
})
