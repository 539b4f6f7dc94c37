import { expect, test } from 'vitest'
import { estimateStrength } from './estimate-strength.ts'

const owner = { email: 'li.lei@corp.example', displayName: 'Li Lei' }

test.each([
  'password1234',
  '1qaz2wsx3edc',
  'P@ssw0rd123',
  'li.lei12345',
  'Highwater2026',
  'abcdabcdabcd',
  'x1y2'.repeat(50),
])('%s is easy to guess', async (password) => {
  expect(await estimateStrength(password, owner)).toBeLessThan(3)
})

test.each(['high water on the quay', 'x7!kQp2mZw', '春眠不觉晓处处闻啼鸟'])(
  '%s is not',
  async (password) => {
    expect(await estimateStrength(password, owner)).toBeGreaterThanOrEqual(3)
  },
)
