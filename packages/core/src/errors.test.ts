import { expect, test, vi } from 'vitest'
import { AppError } from './errors.ts'

class Particular extends AppError {}

test('a refusal is known by the class of another bundle too', async () => {
  vi.resetModules()
  const { AppError: Other } = await import('./errors.ts')
  expect(Other).not.toBe(AppError)
  expect(new Other('conflict', 'Taken.')).toBeInstanceOf(AppError)
  expect(new Particular('conflict', 'Taken.')).toBeInstanceOf(Other)
})

test('nothing else is taken for a refusal', () => {
  for (const other of [new Error('Taken.'), { code: 'conflict' }, null, undefined, 'conflict']) {
    expect(other instanceof AppError).toBe(false)
  }
  expect(new AppError('conflict', 'Taken.')).not.toBeInstanceOf(Particular)
  expect(new Particular('conflict', 'Taken.')).toBeInstanceOf(Particular)
})
