import { expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from './errors.ts'
import { formatPath, parseInput } from './parse-input.ts'

const schema = z.strictObject({
  signals: z.array(z.strictObject({ at: z.string('Give a time.') })),
})

const refusal = (input: unknown): AppError => {
  try {
    parseInput(schema, input)
  } catch (error) {
    if (error instanceof AppError) return error
  }
  throw new Error('The input was accepted.')
}

it('A valid input is handed on', () => {
  expect(parseInput(schema, { signals: [{ at: 'now' }] })).toEqual({ signals: [{ at: 'now' }] })
})

it('An invalid input is refused with every fault and the path to it', () => {
  const error = refusal({ signals: [{ at: 'now' }, {}, { at: 3 }] })
  expect(error).toMatchObject({ code: 'invalid_input', message: 'signals[1].at: Give a time.' })
  expect(error.faults).toEqual([
    { path: 'signals[1].at', message: 'Give a time.' },
    { path: 'signals[2].at', message: 'Give a time.' },
  ])
})

it('A fault of the input as a whole has an empty path', () => {
  expect(refusal(null).faults[0]?.path).toBe('')
})

it('A path is written the way people write it', () => {
  expect(formatPath(['high', 'overrides', 0, 'latencySeconds'])).toBe(
    'high.overrides[0].latencySeconds',
  )
  expect(formatPath([0])).toBe('[0]')
})
