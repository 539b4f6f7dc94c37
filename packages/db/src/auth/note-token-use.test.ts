import { hours } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { adminContext } from '../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { testSealer as sealer } from '../../testing/sealer.ts'
import { createToken } from '../commands/index.ts'
import { actorOfToken } from './actor-of-token.ts'

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

it('The first use of a token on each day is audited, by one of those who come first', async () => {
  const { db, clock } = fresh
  const { token, id } = await createToken(await adminContext(db), { name: 'ci', scope: 'read' })
  const origin = { id: 'request', ip: '192.0.2.9', userAgent: 'curl' }
  const use = () => actorOfToken(db, { token, origin, sealer })
  await Promise.all([use(), use(), use()])
  const first = { action: 'sign_in', target: 'token', targetId: id, ip: '192.0.2.9' } as const
  await expectAudit(db, { action: 'token.create' }, first)
  await expectNoAudit(db, use)
  await clock.advance(hours(24))
  await use()
  await expectAudit(db, { action: 'token.create' }, first, first)
  expect(await use()).not.toBeNull()
})
