import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy.ts'

const directive = (policy: string, name: string) =>
  policy.split('; ').find((part) => part.startsWith(`${name} `))

test('the production policy runs only scripts and style elements with the nonce of this request', () => {
  const policy = contentSecurityPolicy('abc123', { development: false })
  expect(directive(policy, 'script-src')).toBe("script-src 'self' 'nonce-abc123' 'strict-dynamic'")
  expect(directive(policy, 'style-src')).toBe("style-src 'self' 'nonce-abc123'")
  expect(policy).not.toContain('unsafe-eval')
})

test('no page may be framed, rebased or made to post elsewhere', () => {
  const policy = contentSecurityPolicy('abc123', { development: false })
  expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'none'")
  expect(directive(policy, 'base-uri')).toBe("base-uri 'none'")
  expect(directive(policy, 'form-action')).toBe("form-action 'self'")
  expect(directive(policy, 'connect-src')).toBe("connect-src 'self'")
})

test('development may evaluate source maps and use its web socket', () => {
  const policy = contentSecurityPolicy('abc123', { development: true })
  expect(directive(policy, 'script-src')).toContain("'unsafe-eval'")
  expect(directive(policy, 'connect-src')).toBe("connect-src 'self' ws:")
})
