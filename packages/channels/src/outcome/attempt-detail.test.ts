import { expect, it } from 'vitest'
import { detailWithout } from './attempt-detail.ts'

it('what a provider says is kept redacted, readable and short', () => {
  const describe = detailWithout(['hunter2'])
  const detail = describe('server-error', {
    httpStatus: 500,
    providerMessage: `no\u0000 entry for hunter2\u202E, token=abc ${'😀'.repeat(400)}`,
  })
  expect(detail.providerMessage).toMatch(/^no entry for \*\*\*, token=\*\*\* 😀/u)
  expect(detail.providerMessage?.length).toBeLessThanOrEqual(500)
  expect(detail.providerMessage?.isWellFormed()).toBe(true)
})

it('nothing said is nothing kept', () => {
  expect(detailWithout([])('accepted')).toEqual({
    reason: 'accepted',
    httpStatus: null,
    providerCode: null,
    providerMessage: null,
  })
})
