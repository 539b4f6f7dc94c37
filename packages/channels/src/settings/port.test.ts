import { expect, it } from 'vitest'
import { addressFault } from './common.ts'
import { hasBadPort } from './port.ts'

it.each([
  'http://127.0.0.1:99999/',
  'https://robot.example.com:80a/hook?x=1',
  'http://[::1]:70000',
  ' http://10.0.0.1:65536 ',
])('the port of %s is what is wrong with it', (text) => {
  expect(hasBadPort(text)).toBe(true)
  expect(addressFault(text)).toMatch(/port/)
})

it.each(['10.0.0.1:99999', 'http://', 'ftp://files', 'http://a b:99999/', ''])(
  '%s is no address with any port',
  (text) => {
    expect(addressFault(text)).toMatch(/whole address/)
  },
)

it.each(['http://127.0.0.1:65535/', 'https://[::1]/x', 'http://user:word@host/'])(
  '%s has nothing wrong with its port',
  (text) => {
    expect(hasBadPort(text)).toBe(false)
    expect(addressFault(text)).toBeNull()
  },
)
