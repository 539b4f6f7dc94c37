import { signIn } from '@highwater/db/auth'
import { anAccount, dumpUnsealed } from '@highwater/db/testing'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { operations } from '../../src/server/rest/operations/index.ts'
import { type Answer, type Api, startApi } from './api.fixture.ts'
import { channelDrafts, mark } from './planted-secrets.fixture.ts'

// Secrets are typed into everything that takes one, rightly and wrongly; then everything is read.
let api: Api
const answers: string[] = []
beforeAll(async () => {
  api = await startApi(inject('postgresUrl'))
})
afterAll(() => api.close())

async function ask(method: string, path: string, body?: unknown, token?: string): Promise<Answer> {
  const answer = await api.ask(method, path, {
    ...(body === undefined ? {} : { body }),
    ...(token === undefined ? {} : { token }),
  })
  answers.push(`${method} ${path} ${[...answer.headers]} ${answer.text}`)
  return answer
}

async function made(path: string, body: unknown): Promise<string> {
  const answer = await ask('POST', path, body)
  expect(answer.status, answer.text).toBe(201)
  return String(answer.body?.id)
}

async function plantInChannels(): Promise<void> {
  const cluster = { name: 'OCP-prod', config: { endpoint: '127.0.0.1:9', user: 'root' } }
  const secrets = { password: `${mark}-cluster` }
  await ask('POST', '/ocp-clusters/test', { ...cluster, secrets })
  const clusterId = await made('/ocp-clusters', { ...cluster, secrets, saveUntested: true })
  for (const [kind, draft] of Object.entries(channelDrafts)) {
    const config = kind === 'ocp' ? { cluster: clusterId } : draft.config
    const body = { name: `of_${kind.replaceAll('-', '_')}`, kind, config, secrets: draft.secrets }
    const tested = await ask('POST', '/channels/test', body)
    expect(tested.status, tested.text).toBe(202)
    const id = await made('/channels', { ...body, saveUntested: true })
    await ask('PATCH', `/channels/${id}`, { name: body.name, config: { unknown: mark } })
    await ask('POST', '/channels', { ...body, name: '' })
    await ask('POST', '/channels', { ...body, config: { ...config, proxy: `http://u:${mark}@[` } })
  }
}

async function plantElsewhere(): Promise<string> {
  const config = { host: '127.0.0.1', port: 9, database: 'shop', user: 'watcher' }
  const source = {
    name: 'shop',
    kind: 'postgresql',
    config,
    secrets: { password: `${mark}-source` },
  }
  await made('/sources', source)
  await ask('POST', '/sources', { ...source, config: { ...config, port: -1 } })
  const { actor, email } = await anAccount(api.services.db, { password: `${mark} on the quay` })
  const robots = { feishu: { secrets: { webhook: `${mark}-of-a-person` } } }
  await ask('PATCH', `/people/${actor.id}`, { robots })
  const origin = { id: 'r', ip: '203.0.113.7', userAgent: null }
  const { db, sealer } = api.services
  for (const password of [`${mark} on the quay`, `${mark} mistyped`]) {
    await signIn(db, { email, password, origin, sealer })
  }
  await signIn(db, { email: `${mark} typed into the wrong field`, password: 'x', origin, sealer })
  await ask('GET', '/projects', undefined, `hw_${mark}`)
  const { body } = await api.ask('POST', '/tokens', { body: { name: 'night job', scope: 'read' } })
  const token = String(body?.token)
  await ask('GET', '/projects', undefined, token)
  return token
}

/** Everything that can be read without knowing more than ids. */
async function readEverything(): Promise<void> {
  const readable = operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'))
  for (const { path } of readable) await ask('GET', path)
  for (const path of ['/channels', '/ocp-clusters', '/sources', '/people', '/audit']) {
    const { body } = await api.ask('GET', path)
    const items = Array.isArray(body?.items) ? body.items : []
    for (const { id } of items) await ask('GET', `${path}/${id}`)
  }
}

test('no secret that was ever typed in is answered, audited or kept outside of its sealed column', async () => {
  await plantInChannels()
  const token = await plantElsewhere()
  await readEverything()
  const dump = await dumpUnsealed(api.services.db)
  expect(dump).toContain('of_dingtalk')
  expect(answers.join('\n')).toContain('of_dingtalk')
  const leaks = [...dump.split('\n'), ...answers].filter(
    (line) => line.includes(mark) || line.includes(token),
  )
  expect(leaks).toEqual([])
})
