import { afterAll, expect, test } from 'vitest'
import { startWebhookFake } from '../../testing/index.ts'
import { unusedPort } from '../../testing/unused-port.ts'
import type { AttemptWatch } from '../io.ts'
import { createPorts } from './ports.ts'

const reached: Parameters<AttemptWatch['reached']>[] = []
const ports = createPorts({ allowedNetworks: ['127.0.0.0/8'], deniedPorts: [] }, undefined, {
  reached: (step, found) => reached.push([step, found]),
  toldTime: () => undefined,
})
afterAll(() => ports.close())

const ask = (url: string) =>
  ports.http.request({
    method: 'GET',
    url,
    headers: {},
    body: '',
    signal: new AbortController().signal,
  })

test.each(['http', 'https'])(
  'a watched %s connection that is refused ends as any other',
  async (scheme) => {
    reached.length = 0
    const answer = await ask(`${scheme}://127.0.0.1:${await unusedPort()}/`)
    expect(answer).toMatchObject({ kind: 'failed', reason: 'connect-refused', left: false })
    expect(reached.map(([step]) => step)).not.toContain('connection')
  },
)

test('a watched connection that stands is told with its address', async () => {
  reached.length = 0
  const fake = await startWebhookFake()
  await ask(fake.url)
  await fake.close()
  expect(reached).toContainEqual([
    'connection',
    new URL(fake.url).host.replace('localhost', '127.0.0.1'),
  ])
})
