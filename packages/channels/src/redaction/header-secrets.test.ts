import { expect, it } from 'vitest'
import { headerSecrets } from './header-secrets.ts'
import { redact } from './redact.ts'

const shown = (answer: string, header: string) => redact(answer, headerSecrets(header))

it('hides credentials that an answer repeats without their scheme', () => {
  expect(shown('The access credential abcDEF123456 has expired', 'Bearer abcDEF123456')).toBe(
    'The access credential *** has expired',
  )
  expect(shown('unknown zzzz1111', 'Token zzzz1111')).toBe('unknown ***')
  expect(shown('unknown zzzz1111', 'zzzz1111')).toBe('unknown ***')
})

it('hides user and password of Basic, encoded and in the clear', () => {
  const header = `Basic ${Buffer.from('alerts:pass:word-1').toString('base64')}`
  for (const repeated of [header, header.slice(6), 'alerts:pass:word-1', 'pass:word-1']) {
    expect(shown(`refused ${repeated}!`, header)).toBe('refused ***!')
  }
})

it('hides a secret in the spelling that it has in JSON', () => {
  const secret = 'a"b\\c-12345'
  expect(redact(JSON.stringify({ text: `bad ${secret}` }), [secret])).toBe('{"text":"bad ***"}')
})
