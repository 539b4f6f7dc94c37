import { expect, test } from 'vitest'
import { lockoutAfter } from './lockout.ts'

test('the lock begins with the fifth failure and doubles up to an hour', () => {
  const lengths = [1, 4, 5, 6, 10, 11, 500].map((failures) => lockoutAfter(failures))
  expect(lengths).toEqual([null, null, 60_000, 120_000, 1_920_000, 3_600_000, 3_600_000])
})
