import { expect, test } from 'vitest'
import { parseSecretKeys, type SecretKey } from './secret-keys.ts'

const old = 'o'.repeat(32)
const base64 = (text: string) => Buffer.from(text).toString('base64')

function keysOf(text: string): SecretKey[] {
  const keys = parseSecretKeys(text)
  if ('problem' in keys) throw new Error(keys.problem)
  return keys
}

test('One plain string gives one key of 32 bytes that is not the string itself', () => {
  const [key, ...others] = keysOf(old)
  expect(others).toEqual([])
  expect(key?.id).toBe('plain')
  expect(key?.key).toHaveLength(32)
  expect(key?.key).not.toEqual(new Uint8Array(Buffer.from(old)))
})

test('A list keeps its order, newest first', () => {
  const keys = keysOf(`2026:${base64('n'.repeat(40))}, 2025:${base64(old)}`)
  expect(keys.map((key) => key.id)).toEqual(['2026', '2025'])
})

test('A plain string can move into a list and still opens what it sealed', () => {
  const [before] = keysOf(old)
  const [, after] = keysOf(`2026:${base64('n'.repeat(32))},plain:${base64(old)}`)
  expect(after).toEqual(before)
})

test('Too little material and repeated names are refused without showing the material', () => {
  expect(parseSecretKeys('short')).toEqual({ problem: 'must have at least 32 characters' })
  expect(parseSecretKeys(`a:${base64(old)},b:c2hvcnQ=`)).toEqual({
    problem: 'needs at least 32 bytes of base64 for the key "b"',
  })
  expect(parseSecretKeys(`a:${base64(old)},a:${base64(old)}`)).toEqual({
    problem: 'names two keys alike',
  })
})
