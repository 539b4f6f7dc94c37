import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppError } from './errors.ts'
import { faultsOf, formatPath, parseInput } from './parse-input.ts'

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

it('A field that is not there is called missing, not by the type of nothing', () => {
  const { error } = z.strictObject({ name: z.string(), count: z.int() }).safeParse({ count: 'x' })
  expect(error && faultsOf(error)).toEqual([
    { path: 'name', message: 'This field is missing.' },
    { path: 'count', message: 'This must be a number.' },
  ])
})

it('A fault that two rules find at one place is told once', () => {
  const form = 'Use a time.'
  const time = z.iso.datetime(form).refine((text) => !Number.isNaN(Date.parse(text)), form)
  const parsed = z.object({ from: time, to: time }).safeParse({ from: 'today', to: 'then' })
  expect(parsed.success ? [] : faultsOf(parsed.error)).toEqual([
    { path: 'from', message: form },
    { path: 'to', message: form },
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

describe('Of something that may have several shapes', () => {
  const either = z.union(
    [
      z.strictObject({ ids: z.array(z.string()).max(1, 'Name at most one.') }),
      z.strictObject({ filter: z.strictObject({ name: z.string('Write a name.').optional() }) }),
    ],
    { error: 'Give either "ids" or "filter".' },
  )
  const faultsIn = (choice: object) => {
    const parsed = z.object({ choice: either }).safeParse({ choice })
    return parsed.success ? [] : faultsOf(parsed.error)
  }

  it.each([
    [{ ids: ['a', 'b'] }, [{ path: 'choice.ids', message: 'Name at most one.' }]],
    [{ filter: { name: 3 } }, [{ path: 'choice.filter.name', message: 'Write a name.' }]],
    [{ ids: ['a'], when: 3 }, [{ path: 'choice.when', message: 'There is no such field.' }]],
  ])('the one that was meant is held to its rules: %j', (choice, faults) => {
    expect(faultsIn(choice)).toEqual(faults)
  })

  it.each([{}, { ids: ['a'], filter: {} }])('all are named where none is plain: %j', (choice) => {
    expect(faultsIn(choice)).toEqual([
      { path: 'choice', message: 'Give either "ids" or "filter".' },
    ])
  })
})
