import { expect, test } from 'vitest'
import { isSameOrigin } from './same-origin.ts'

const consoleUrl = 'https://alerts.example.com'

test.each([
  ['a page of the console', { origin: consoleUrl, host: 'web:3000' }, true],
  [
    'a page under the name that was asked for',
    { origin: 'http://10.0.0.8:3000', host: '10.0.0.8:3000' },
    true,
  ],
  ['a page that sends no origin', { 'sec-fetch-site': 'same-origin' }, true],
  ['a page of a sibling site', { 'sec-fetch-site': 'same-site' }, false],
  ['another site', { origin: 'https://evil.example', host: 'alerts.example.com' }, false],
  ['a name that begins like ours', { origin: `${consoleUrl}.evil.example`, host: 'x' }, false],
  ['another port', { origin: 'http://10.0.0.8:8080', host: '10.0.0.8:3000' }, false],
  ['a sandboxed frame', { origin: 'null', host: 'alerts.example.com' }, false],
  ['nobody in particular', {}, false],
])('%s', (_name, headers, expected) => {
  expect(isSameOrigin(new Headers(headers), consoleUrl)).toBe(expected)
})
