import { hours, minus } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { adminContext } from '../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { createSealer } from '../client/index.ts'
import { readNowFrom } from '../client/now.ts'
import { auditEvent } from '../schema/index.ts'
import { foreignKeyIn } from './foreign-key.ts'
import { pruneAudit } from './prune-audit.ts'
import { sealAudit } from './seal-audit.ts'
import { asSuperuser, renameTogether } from './tamper.fixture.ts'
import { verifyAudit } from './verify-audit.ts'

const oldKey = { id: 'old', key: new Uint8Array(32).fill(1) }
const newKey = { id: 'new', key: new Uint8Array(32).fill(2) }
const before = createSealer([oldKey])
const rotated = createSealer([newKey, oldKey])

let fresh: FreshDatabase
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
})
afterAll(() => fresh.close())

it('Entries of an old key stay verifiable while HIGHWATER_SECRET still holds it', async () => {
  const { db } = fresh
  await renameTogether(await adminContext(db, before), 8)
  await sealAudit(db, before)
  await renameTogether(await adminContext(db, rotated), 8)
  await sealAudit(db, rotated)
  expect(await verifyAudit(db, rotated)).toMatchObject({ isIntact: true, checked: 16 })
  await expect(sealAudit(db, createSealer([oldKey]))).rejects.toMatchObject({ code: 'unavailable' })
  const only = createSealer([newKey])
  await renameTogether(await adminContext(db, only), 1)
  expect(await sealAudit(db, only)).toMatchObject({ entries: 17 })
  expect((await verifyAudit(db, only)).fault).toMatchObject({
    kind: 'unknown_key',
    eventId: 1,
    key: 'old',
  })
})

it('Entries from before the chain are counted, and none can be added to them', async () => {
  const { db, close } = await freshDatabase(inject('postgresUrl'))
  try {
    const forge = `insert into audit_event (at, actor_type, actor_name, target, operation, action,
      risk, result, request_id, changes) values (now(), 'user', 'Li Lei', 'tag', 'creation',
      'tag.write', 'low', 'succeeded', 'r', '[]')`
    await asSuperuser(db, forge, 'update audit_checkpoint set starts_after = 1')
    await renameTogether(await adminContext(db, before), 4)
    await sealAudit(db, before)
    expect(await verifyAudit(db, before)).toMatchObject({ isIntact: true, checked: 4, older: 1 })
    await asSuperuser(db, forge)
    expect((await verifyAudit(db, before)).fault).toMatchObject({ kind: 'unsealed', eventId: 6 })
  } finally {
    await close()
  }
})

it('A key that has the id of the right one and another value is told from a missing and from an added one', async () => {
  const { db, close } = await freshDatabase(inject('postgresUrl'))
  try {
    const foreign = createSealer([{ id: 'old', key: newKey.key }])
    expect(await foreignKeyIn(db, foreign)).toBeNull()
    await renameTogether(await adminContext(db, before), 4)
    expect(await foreignKeyIn(db, before)).toBeNull()
    expect(await foreignKeyIn(db, rotated)).toBeNull()
    expect(await foreignKeyIn(db, createSealer([newKey]))).toBeNull()
    expect(await foreignKeyIn(db, foreign)).toBe('old')
  } finally {
    await close()
  }
})

it('The same key id with another key makes nothing right', async () => {
  const forged = createSealer([newKey, { id: 'old', key: newKey.key }])
  expect((await verifyAudit(fresh.db, forged)).fault).toMatchObject({ kind: 'changed', eventId: 1 })
})

it('A checkpoint that was kept elsewhere must still be there', async () => {
  const { checkpoint } = await verifyAudit(fresh.db, rotated)
  if (!checkpoint) throw new Error('There is no checkpoint.')
  expect(await verifyAudit(fresh.db, rotated, checkpoint)).toMatchObject({ isIntact: true })
  const ofAnother = { ...checkpoint, seal: 'of another history' }
  expect((await verifyAudit(fresh.db, rotated, ofAnother)).fault).toMatchObject({
    kind: 'checkpoint_removed',
    checkpoint: checkpoint.number,
  })
})

it('The chain is verified from where pruning has left it, and pruning cannot be pretended', async () => {
  const { db } = fresh
  await fresh.clock.advance(hours(2_400))
  const context = await adminContext(db, rotated)
  await renameTogether(context, 8)
  await sealAudit(db, rotated)
  await fresh.clock.advance(hours(2_400))
  const cutoff = minus(await readNowFrom(db.sql), hours(3_600))
  expect(await pruneAudit(db, rotated, cutoff)).toBe(17)
  expect(await pruneAudit(db, rotated, cutoff)).toBe(0)
  await renameTogether(context, 8)
  await sealAudit(db, rotated)
  expect(await verifyAudit(db, rotated)).toMatchObject({ isIntact: true, checked: 16 })
  expect(await db.orm.$count(auditEvent)).toBe(16)

  await asSuperuser(db, 'delete from audit_event where id = (select min(id) from audit_event)')
  expect((await verifyAudit(db, rotated)).fault).toMatchObject({ kind: 'removed', count: 1 })
})

it('No statement of the product’s own role changes, removes or empties what is recorded', async () => {
  const { sql } = fresh.db
  await sql.unsafe(`
    create role audit_keeper_test; create role product_test;
    alter table audit_event owner to audit_keeper_test;
    grant select, insert, delete on audit_event, audit_checkpoint to product_test`)
  try {
    const refused = (statement: string) =>
      expect(
        sql.begin(async (tx) => {
          await tx`set local role product_test`
          await tx.unsafe(statement)
        }),
        statement,
      ).rejects.toThrow(/append-only|permission denied|must be owner/)
    await refused('delete from audit_event')
    await refused('update audit_event set ip = null')
    await refused('truncate audit_event')
    await refused('alter table audit_event disable trigger all')
    await refused('drop trigger audit_event_stays on audit_event')
    await refused('delete from audit_checkpoint')
    await refused('set local session_replication_role = replica')
  } finally {
    await sql.unsafe(`
      alter table audit_event owner to current_user;
      drop owned by product_test; drop role product_test; drop role audit_keeper_test`)
  }
})
