import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tellSeed } from './tell-seed.fixture.ts'

const numbers = fc.array(fc.nat(), { minLength: 5 })

test('A script that goes wrong says by which seed and path it can be played again', async () => {
  const fails = fc.asyncProperty(numbers, async () => expect(1).toBe(2))
  const played = fc.assert(fails, { seed: 7, endOnFailure: true, reporter: tellSeed })
  await expect(played).rejects.toMatchObject({
    message: "The script { seed: 7, path: '0' } went wrong; see failing-seeds.ts.",
    cause: expect.objectContaining({ message: expect.stringContaining('expected 1 to be 2') }),
  })
})

test('A script that takes too long says so, and by which seed', async () => {
  const never = fc.asyncProperty(numbers, () => new Promise<void>(() => {}))
  const options = { interruptAfterTimeLimit: 20, markInterruptAsFailure: true }
  await expect(fc.assert(never, { seed: 7, ...options, reporter: tellSeed })).rejects.toThrow(
    "The script { seed: 7, path: '0' } was not over in time",
  )
})
