import { instant, millis } from '@highwater/core'
import { signalInput } from '@highwater/core/project'
import { describe, expect, test } from 'vitest'
import {
  describeSourceKind,
  isSourceKind,
  secretNames,
  sourceInput,
  sourceKindOf,
  sourceKinds,
} from './catalog.ts'
import { toSignalInput } from './to-signal-input.ts'

describe('The catalog of sources', () => {
  test('describes every kind as plain JSON', () => {
    for (const kind of sourceKinds) {
      const described = describeSourceKind(kind)
      expect(JSON.parse(JSON.stringify(described))).toEqual(described)
      expect(described.config).toMatchObject({ type: 'object' })
    }
  })

  test('knows which settings are secret', () => {
    expect(secretNames('postgresql')).toEqual(['password'])
  })

  test('refuses a kind that does not exist and names those that do', () => {
    expect(isSourceKind('oracle')).toBe(false)
    expect(() => sourceKindOf('oracle')).toThrow('Use postgresql.')
  })

  test('fills in defaults and points at what is wrong', () => {
    const config = { host: 'db.internal', database: 'orders', user: 'monitor' }
    expect(sourceInput.parse({ kind: 'postgresql', config })).toMatchObject({
      config: { port: 5432, tls: 'require', watch: 'everything', ignore: [] },
      secrets: {},
    })
    const wrong = { kind: 'postgresql', config: { ...config, host: 'postgres://db' } }
    expect(sourceInput.safeParse(wrong).error?.issues[0]?.path).toEqual(['config', 'host'])
  })
})

describe('A collected signal', () => {
  test.each([
    { type: 'gauge', behind: millis(1_500) } as const,
    { type: 'position', appliedUpTo: instant(1_700_000_000_000) } as const,
    null,
  ])('is what the ingest takes: %o', (latency) => {
    const input = toSignalInput('postgresql:1/slot/a', {
      observedAt: instant(1_700_000_005_000),
      latency,
      state: 'running',
      step: { name: 'incremental', state: 'running' },
      message: 'x'.repeat(5_000),
    })
    expect(signalInput.parse(input)).toEqual(input)
    expect('latencySeconds' in input).toBe(latency?.type === 'gauge')
    expect('positionTime' in input).toBe(latency?.type === 'position')
  })
})
