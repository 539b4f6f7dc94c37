import { randomUUID } from 'node:crypto'
import { type Instant, instant, type UserId, type WorkerId } from '@highwater/core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext } from '../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database.ts'
import { seedChannel } from '../../testing/seed.ts'
import { createSealer, type SecretKey } from '../client/secrets.ts'
import { requestChannelTest } from '../commands/channel/request-channel-test.ts'
import { createCluster } from '../commands/cluster/create-cluster.ts'
import { requestClusterTest } from '../commands/cluster/request-cluster-test.ts'
import type { CommandContext } from '../commands/context.ts'
import { createSource } from '../commands/source/create-source.ts'
import { readSecretKeys } from '../queries/system/secret-keys.ts'
import { keepRemembered } from '../queue/deliver/remembered.ts'
import { beat, signOff } from '../queue/heartbeat.ts'
import { openMailboxes } from '../queue/outbox/open-mailboxes.ts'
import { sealedPlaces } from './places.ts'
import { resealSecrets } from './reseal-secrets.ts'

const oldKey: SecretKey = { id: 'old', key: new Uint8Array(32).fill(1) }
const newKey: SecretKey = { id: 'new', key: new Uint8Array(32).fill(2) }
const oldOnly = createSealer([oldKey])
const both = createSealer([newKey, oldKey])
const newOnly = createSealer([newKey])

let fresh: FreshDatabase
let admin: CommandContext

/** Something in every place where secrets are kept. */
async function fill({ db }: FreshDatabase): Promise<void> {
  const config = { endpoint: '10.0.0.8:8080', user: 'root' }
  const cluster = { name: 'OCP-prod', config, secrets: { password: 'of-the-cluster' } }
  await seedChannel(db, { secrets: { webhook: 'of-the-channel' }, sealer: oldOnly })
  await requestChannelTest(admin, {
    name: 'trial',
    kind: 'dingtalk',
    config: {},
    secrets: { webhook: 'of-the-test' },
  })
  await requestClusterTest(admin, cluster)
  await createCluster(admin, { ...cluster, saveUntested: true })
  const source = { host: 'db.example', port: 5432, database: 'shop', user: 'watcher' }
  const secrets = { password: 'of-the-source' }
  await createSource(admin, { name: 'shop', kind: 'postgresql', config: source, secrets })
  await db.sql`
    insert into sign_in_provider (id, name, settings, sealed_secret, created_at)
    values (${randomUUID()}, 'provider', '{}', ${oldOnly.seal({ clientSecret: 'c' })}, now())`
  await db.sql`
    insert into second_factor (user_id, sealed_secret, created_at)
    select id, ${oldOnly.seal({ secret: 't' })}, now() from account limit 1`
  const until = instant(Date.now() + 3_600_000)
  await keepRemembered(db, randomUUID(), { sealed: oldOnly.seal({ text: 'token' }), until })
  const session = randomUUID()
  await db.sql`
    insert into session (id, user_id, created_at, last_seen_at, expires_at)
    select ${session}, id, now(), now(), now() + interval '1 day' from account limit 1`
  await db.sql`
    insert into session_grant (session_id, provider, subject, sealed_tokens, can_refresh, check_at,
      checked_at)
    values (${session}, 'p', 's', ${oldOnly.seal({ refreshToken: 'r' })}, true, now(), now())`
}

/** Every sealed text, by the place where it stands. */
async function readTexts(): Promise<{ place: string; text: string }[]> {
  const { sql } = fresh.db
  const read = sealedPlaces.map(async ({ table, column, inside }) => {
    const rows = await sql<{ text: string }[]>`
      select ${inside === undefined ? sql(column) : sql`${sql(column)} ->> ${inside}`} as text
      from ${sql(table)} where ${sql(column)} is not null`
    return rows.map(({ text }) => ({ place: `${table}.${column}`, text }))
  })
  return (await Promise.all(read)).flat()
}

beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db, oldOnly)
  await fill(fresh)
})
afterAll(() => fresh.close())

test('every column that is called sealed is among the places that a rotation visits', async () => {
  const columns = await fresh.db.sql<{ table: string; column: string }[]>`
    select table_name as table, column_name as column from information_schema.columns
    where table_schema = 'public' and column_name like 'sealed%' order by 1, 2`
  const known = sealedPlaces.filter(({ inside }) => inside === undefined)
  expect(known.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
    columns.map(({ table, column }) => `${table}.${column}`),
  )
})

test('nothing is sealed again while a running worker lacks the newest key', async () => {
  const worker = { id: 'w' as WorkerId, host: 'here', version: '1' }
  await beat(fresh.db, { ...worker, secretKeys: oldOnly.keyIds })
  await expectNoAudit(fresh.db, () => resealSecrets(fresh.db, both, 50))
  expect(await readSecretKeys(fresh.db, admin.actor, both)).toMatchObject({
    keys: [
      { id: 'new', state: 'sealing', secrets: 0 },
      { id: 'old', state: 'leaving' },
    ],
    workersWithout: 1,
  })
  await signOff(fresh.db, worker.id)
})

test('every secret is sealed again in small portions, open to the new key alone, and audited', async () => {
  const before = await readTexts()
  expect(new Set(before.map(({ place }) => place)).size).toBe(sealedPlaces.length)
  const contents = before.map(({ text }) => oldOnly.open(text))
  let rounds = 0
  for (let more = true; more; rounds += 1) ({ more } = await resealSecrets(fresh.db, both, 1))
  expect(rounds).toBeGreaterThan(1)
  const after = await readTexts()
  expect(after.map(({ text }) => newOnly.open(text))).toEqual(expect.arrayContaining(contents))
  await expectAudit(fresh.db, {
    action: 'reseal',
    actorType: 'system',
    before: { sealedWith: ['old'] },
  })
  await expectNoAudit(fresh.db, () => resealSecrets(fresh.db, both, 1))
  const { keys } = await readSecretKeys(fresh.db, admin.actor, both)
  expect(keys.map(({ id, state }) => [id, state])).toEqual([
    ['new', 'sealing'],
    // The entries of this test were signed with it.
    ['old', 'vouching'],
  ])
})

test('what somebody is changing is passed over, and stays as they leave it', async () => {
  const { sql } = fresh.db
  const id = await seedChannel(fresh.db, { sealer: oldOnly })
  const edited = newOnly.seal({ webhook: 'edited' })
  await sql.begin(async (tx) => {
    await tx`select from channel where id = ${id} for update`
    expect(await resealSecrets(fresh.db, both, 50)).toMatchObject({ resealed: 0 })
    await tx`update channel set sealed_secrets = ${edited} where id = ${id}`
  })
  expect(await resealSecrets(fresh.db, both, 50)).toMatchObject({ resealed: 0 })
  expect(await sql`select sealed_secrets from channel where id = ${id}`).toMatchObject([
    { sealed_secrets: edited },
  ])
})

test('a text that its key does not open is left alone and counted, a key that is gone is named', async () => {
  const impostor = createSealer([{ id: 'old', key: new Uint8Array(32).fill(9) }])
  await seedChannel(fresh.db, { sealer: impostor })
  expect(await resealSecrets(fresh.db, both, 50)).toEqual({
    resealed: 0,
    unopened: 1,
    more: false,
  })
  const { keys } = await readSecretKeys(fresh.db, admin.actor, newOnly)
  expect(keys).toContainEqual({ id: 'old', state: 'missing', secrets: 1 })
})

test('the mailboxes of people have no secrets, so nobody is asked for a key of theirs', async () => {
  const { sql } = fresh.db
  const [person] = await sql<{ id: UserId; now: Instant }[]>`select id, now() from account limit 1`
  if (person === undefined) throw new Error('There is no account.')
  await openMailboxes(sql, [person.id], person.now)
  const { keys } = await readSecretKeys(fresh.db, admin.actor, both)
  expect(keys.map(({ id }) => id)).toEqual(['new', 'old'])
})
