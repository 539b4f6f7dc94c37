import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeSourceContract } from '../../testing/contract.ts'
import { collectIo, type ReplicatedPair, startReplicatedPair } from '../../testing/index.ts'
import { collect } from '../collect.ts'

let pair: ReplicatedPair

beforeAll(async () => {
  pair = await startReplicatedPair()
})
afterAll(() => pair.stop())

describe('A PostgreSQL server', () => {
  test('is not read as healthy without the role that sees replication: the role is named', async () => {
    const { sql } = pair.publisher
    await sql.unsafe(`create role stranger login password 'stranger-password'`)
    const { config } = pair.publisher.source
    const result = await collect(
      'postgresql',
      { config: { ...config, user: 'stranger' }, secrets: { password: 'stranger-password' } },
      collectIo(),
    )
    expect(result).toMatchObject({ ok: false, reason: 'permission' })
    expect(result.ok ? '' : result.message).toContain('GRANT pg_monitor TO "stranger"')
  })

  test('without TLS is told apart from one without the database', async () => {
    const { config, secrets } = pair.publisher.source
    const encrypted = { config: { ...config, tls: 'require' }, secrets }
    expect(await collect('postgresql', encrypted, collectIo())).toMatchObject({ reason: 'tls' })
    const missing = { config: { ...config, database: 'nowhere' }, secrets }
    expect(await collect('postgresql', missing, collectIo())).toMatchObject({
      reason: 'database-not-found',
    })
  })
})

describeSourceContract({
  kind: 'postgresql',
  working: () => pair.publisher.source,
  at: (host, port) => {
    const { config, secrets } = pair.publisher.source
    return { config: { ...config, host, port }, secrets }
  },
  withWrongSecret: () => ({
    config: pair.publisher.source.config,
    secrets: { password: 'not-the-password' },
  }),
})
