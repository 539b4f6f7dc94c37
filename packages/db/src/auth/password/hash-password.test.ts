import { expect, test } from 'vitest'
import { hashPassword, verifyPassword } from './hash-password.ts'

test('a password matches its own hash and no other', async () => {
  const stored = await hashPassword('correct horse battery')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(stored).not.toBe(await hashPassword('correct horse battery'))
  expect(await verifyPassword(stored, 'correct horse battery')).toBe(true)
  expect(await verifyPassword(stored, 'correct horse batterz')).toBe(false)
})

test('without a stored hash nothing matches, and the work is the same', async () => {
  const stored = await hashPassword('known')
  const fastestOf = async (hash: string | null) => {
    const times: number[] = []
    for (let run = 0; run < 5; run += 1) {
      const start = performance.now()
      expect(await verifyPassword(hash, 'guess')).toBe(false)
      times.push(performance.now() - start)
    }
    return Math.min(...times)
  }
  const [known, unknown] = [await fastestOf(stored), await fastestOf(null)]
  expect(unknown).toBeGreaterThan(known / 3)
})

test('an overlong password is wrong', async () => {
  const long = 'x1y2'.repeat(60)
  expect(await verifyPassword(await hashPassword(long), long)).toBe(false)
})
