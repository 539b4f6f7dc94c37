import { describe, expect, it } from 'vitest'
import { resultOf } from './result-of.ts'

const passed = { path: 'passed', before: null, after: 'password' }
const missing = { path: 'missing', before: null, after: 'second_factor' }

describe('the result of an operation', () => {
  it('is unfinished for a sign-in that lacks a step', () => {
    const changes = [passed, missing]
    expect(resultOf({ result: 'succeeded', operation: 'login', changes })).toBe('unfinished')
  })

  it('is done for a sign-in that lacks none', () => {
    const changes = [passed]
    expect(resultOf({ result: 'succeeded', operation: 'login', changes })).toBe('succeeded')
  })

  it('is what was recorded for everything else', () => {
    const changes = [missing]
    expect(resultOf({ result: 'refused', operation: 'login', changes })).toBe('refused')
    expect(resultOf({ result: 'succeeded', operation: 'modification', changes })).toBe('succeeded')
  })
})
