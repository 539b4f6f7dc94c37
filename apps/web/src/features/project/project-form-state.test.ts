import { AppError } from '@highwater/core'
import { expect, test } from 'vitest'
import { formStateOf } from './project-form-state.ts'

const refused = (code: 'invalid_input' | 'conflict' | 'forbidden', ...paths: string[]) =>
  new AppError(code, 'No.', { faults: paths.map((path) => ({ path, message: 'No.' })) })

test('a fault inside of a field is shown at the field', () => {
  expect(formStateOf(refused('invalid_input', 'source.type', 'tags[2]')).faults).toEqual([
    'source',
    'tags',
  ])
})

test('a key that is taken is a fault of its field', () => {
  expect(formStateOf(refused('conflict', 'externalKey'))).toEqual({
    error: null,
    faults: ['externalKey'],
  })
})

test('a refusal without fields concerns the form as a whole', () => {
  expect(formStateOf(refused('forbidden'))).toEqual({ error: 'forbidden', faults: [] })
})
