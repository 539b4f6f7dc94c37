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

it('what is said again and again is shown like the first time, and anything else as it is', () => {
  const describe = detailWithout(['hunter2'])
  const shown = ['no hunter2', 'no hunter2', 'hunter2 again', 'no hunter2'].map(
    (providerMessage) => describe('server-error', { providerMessage }).providerMessage,
  )
  expect(shown).toEqual(['no ***', 'no ***', '*** again', 'no ***'])
})

it('nothing said is nothing kept', () => {
  expect(detailWithout([])('accepted')).toEqual({
    reason: 'accepted',
    httpStatus: null,
    providerCode: null,
    providerMessage: null,
  })
})
