import { expect, test } from 'vitest'
import { readCookie, sessionCookieName, sessionCookieOptions } from './session-cookie.ts'

test('over https the cookie is bound to this host and never leaves encrypted connections', () => {
  const environment = { HIGHWATER_URL: 'https://alerts.example.com' }
  expect(sessionCookieName(environment)).toMatch(/^__Host-/)
  expect(sessionCookieOptions(environment)).toEqual({
    httpOnly: true,
    sameSite: 'lax',
    secure: true,
    path: '/',
  })
})

test('over plain http it has another name, for browsers would refuse the bound one', () => {
  const environment = { HIGHWATER_URL: 'http://127.0.0.1:3000' }
  expect(sessionCookieName(environment)).not.toContain('__Host-')
  expect(sessionCookieOptions(environment)).toMatchObject({ httpOnly: true, secure: false })
})

test('a cookie is read under its whole name alone', () => {
  const headers = new Headers({ cookie: 'not-a=1; a=2; a.b=3' })
  expect(readCookie(headers, 'a')).toBe('2')
  expect(readCookie(headers, 'b')).toBeNull()
})
