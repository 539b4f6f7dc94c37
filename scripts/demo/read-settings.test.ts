import { expect, test } from 'vitest'
import { readSettings } from './read-settings.ts'

test('Without a token one sentence says how to get one', () => {
  expect(() => readSettings([], {})).toThrow('HIGHWATER_TOKEN')
})

test('A token of one’s own wins over the one for automation', () => {
  const both = { HIGHWATER_TOKEN: 'mine', HIGHWATER_BOOTSTRAP_TOKEN: 'theirs' }
  expect(readSettings([], both)).toEqual({
    url: 'http://127.0.0.1:3000',
    token: 'mine',
    seed: 1,
    everySeconds: 5,
  })
  expect(readSettings([], { HIGHWATER_BOOTSTRAP_TOKEN: 'theirs' }).token).toBe('theirs')
})

test('Address, seed and pace are chosen', () => {
  const settings = readSettings(['--seed', '9', '--every', '2'], {
    HIGHWATER_URL: 'https://alerts.example.com/',
    HIGHWATER_TOKEN: 'mine',
  })
  expect(settings).toMatchObject({ url: 'https://alerts.example.com', seed: 9, everySeconds: 2 })
})

test('An address that is none and a pace that is none are named', () => {
  const token = { HIGHWATER_TOKEN: 'mine' }
  expect(() => readSettings([], { ...token, HIGHWATER_URL: 'alerts' })).toThrow('HIGHWATER_URL')
  expect(() => readSettings(['--every', '0'], token)).toThrow('--every must be a whole number')
})
