import { AppError } from '@highwater/core'
import { expect, test } from 'vitest'
import { createSealer, fingerprintOf } from './secrets.ts'

const keyOf = (fill: number) => new Uint8Array(32).fill(fill)
const secrets = { webhook: 'https://example.com/?access_token=abc', signingSecret: 'SEC密' }

test('what was sealed opens to the same secrets', () => {
  const sealer = createSealer([{ id: 'k.1', key: keyOf(1) }])
  expect(sealer.open(sealer.seal(secrets))).toEqual(secrets)
})

test('the same secrets are sealed differently each time and never readable', () => {
  const sealer = createSealer([{ id: 'one', key: keyOf(1) }])
  const sealed = sealer.seal(secrets)
  expect(sealer.seal(secrets)).not.toBe(sealed)
  expect(sealed).not.toContain('access_token')
})

test('a new key in front seals, and the old one behind it still opens what it sealed', () => {
  const old = createSealer([{ id: 'old', key: keyOf(1) }]).seal(secrets)
  const rotated = createSealer([
    { id: 'new', key: keyOf(2) },
    { id: 'old', key: keyOf(1) },
  ])
  expect(rotated.open(old)).toEqual(secrets)
  expect(rotated.seal(secrets).startsWith('new:')).toBe(true)
})

test('a missing key, another value of a key and a changed text are refused with what to do', () => {
  const sealed = createSealer([{ id: 'one', key: keyOf(1) }]).seal(secrets)
  const other = createSealer([{ id: 'two', key: keyOf(2) }])
  const wrong = createSealer([{ id: 'one', key: keyOf(3) }])
  const changed = `${sealed.slice(0, -6)}AAAAA=`
  for (const open of [
    () => other.open(sealed),
    () => wrong.open(sealed),
    () => wrong.open(changed),
  ]) {
    expect(open).toThrow(AppError)
    expect(open).toThrow('Put the old key back behind the new one.')
  }
})

test('a fingerprint does not depend on the order of keys, and changes with any value', () => {
  expect(fingerprintOf({ a: 1, b: [{ c: 2, d: 3 }] })).toBe(
    fingerprintOf({ b: [{ d: 3, c: 2 }], a: 1 }),
  )
  expect(fingerprintOf({ a: 1 })).not.toBe(fingerprintOf({ a: 2 }))
})
