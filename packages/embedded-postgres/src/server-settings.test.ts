import { expect, test } from 'vitest'
import { serverArguments } from './server-settings.ts'

const settingsOf = (durable: boolean, settings: Record<string, string> = {}) =>
  new Map(
    serverArguments('/cluster', 5432, durable, settings)
      .filter((argument) => argument.includes('='))
      .map((argument): [string, string] => {
        const [name = '', value = ''] = argument.split('=')
        return [name, value]
      }),
  )

test('a server whose data stay takes a share of the memory, within bounds', () => {
  const megabytes = Number.parseInt(settingsOf(true).get('shared_buffers') ?? '', 10)
  expect(megabytes).toBeGreaterThanOrEqual(128)
  expect(megabytes).toBeLessThanOrEqual(1_024)
  expect(settingsOf(true).has('fsync')).toBe(false)
})

test('a server whose data are thrown away takes no more than it must, and what the caller says holds', () => {
  expect(settingsOf(false).get('fsync')).toBe('off')
  expect(settingsOf(false).has('shared_buffers')).toBe(false)
  expect(settingsOf(true, { shared_buffers: '64MB' }).get('shared_buffers')).toBe('64MB')
})
