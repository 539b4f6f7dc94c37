import { instant } from '@highwater/core'
import { expect, it } from 'vitest'
import { signatureVectors } from '../../testing/vectors/read-vectors.ts'
import { clusterConfig } from '../cluster/settings.ts'
import { httpDate, signatureOf, signInHeaders } from './sign.ts'

const request = {
  method: 'POST',
  host: '10.0.0.8:8080',
  pathAndQuery: '/api/v2/alarm/alarms',
  body: '{"alarmType":"oms_sync_delay","target":"app=订单"}',
} as const
const at = instant(Date.UTC(2026, 0, 2, 3, 4, 5))

it.each(signatureVectors.ocpAkSk)('signs in as published with user and password', (vector) => {
  const config = clusterConfig.parse({ endpoint: request.host, user: vector.user })
  const headers = signInHeaders(config, { password: vector.password }, request, at)
  expect(headers).toEqual({ authorization: vector.header })
})

it('writes dates as HTTP does, in every month and on every day of the week', () => {
  expect(httpDate(at)).toBe('Fri, 02 Jan 2026 03:04:05 GMT')
  for (let day = 0; day < 400; day += 9) {
    const time = instant(at + day * 86_400_000)
    expect(httpDate(time)).toBe(new Date(time).toUTCString())
  }
})

// Computed with OpenSSL from the seven lines as the vendor describes them.
it('signs a body of several bytes a letter with a key', () => {
  expect(signatureOf(request, httpDate(at), 'secret-钥匙')).toBe('j4kiIX35JwtNlZjO1n3ov0kniWs=')
  const question = {
    ...request,
    method: 'GET',
    body: null,
    pathAndQuery: '/a?page=1&size=1',
  } as const
  expect(signatureOf(question, httpDate(at), 'secret-钥匙')).toBe('vj4W7gZgZe2S7UUpJ5jPgS3FDck=')
})
