import { AppError } from '@highwater/core'
import { expect, test } from 'vitest'
import { carry, unpack } from './carried-error.ts'

const overThere = (error: unknown) => unpack(structuredClone(carry(error)))

test('A refusal crosses over whole', () => {
  const faults = [{ path: 'signals', message: 'Send a list.' }]
  const refusal = overThere(new AppError('invalid_input', 'signals: Send a list.', { faults }))
  expect(refusal).toBeInstanceOf(AppError)
  expect(refusal).toMatchObject({ code: 'invalid_input', message: 'signals: Send a list.', faults })
})

test('A failure keeps its words, its place and the code under which it is known', () => {
  const failure = Object.assign(new Error('gone'), { code: '57P01' })
  expect(overThere(failure)).toMatchObject({ message: 'gone', code: '57P01', stack: failure.stack })
  expect(overThere(new AggregateError([failure]))).toMatchObject({ code: '57P01' })
  expect(overThere(new Error('wrapped', { cause: failure }))).toMatchObject({ code: '57P01' })
  expect(overThere('odd')).not.toHaveProperty('code')
})
