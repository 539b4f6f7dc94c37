import { expect, it } from 'vitest'
import { createProjectInput, updateProjectInput } from './schema.ts'

const create = (changes: object) =>
  createProjectInput.safeParse({ name: 'orders', kind: 'migration', ...changes })

it('A project needs a name and a kind, and nothing else', () => {
  expect(create({}).success).toBe(true)
  expect(create({ name: '  ' }).success).toBe(false)
  expect(create({ kind: 'backup' }).success).toBe(false)
})

it('Tags are at most five, each named once, without spaces and of 1–20 characters', () => {
  expect(create({ tags: ['核心', 'pay', 'a', 'b', 'c'] }).success).toBe(true)
  for (const tags of [['a b'], ['x'.repeat(21)], [''], ['a', 'a'], [...'abcdef']]) {
    expect(create({ tags }).success).toBe(false)
  }
})

it('An unknown key is refused, so that a slip of the pen is not silently ignored', () => {
  expect(create({ protectionlevel: 'high' }).success).toBe(false)
})

it('An edit changes neither the kind nor the protection level', () => {
  expect(updateProjectInput.safeParse({ name: 'new' }).success).toBe(true)
  expect(updateProjectInput.safeParse({ kind: 'migration' }).success).toBe(false)
  expect(updateProjectInput.safeParse({ protectionLevel: 'none' }).success).toBe(false)
})
