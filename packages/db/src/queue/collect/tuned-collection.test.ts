import { instant } from '@highwater/core'
import type { CollectResult } from '@highwater/sources/catalog'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { aDepartment, adminContext } from '../../../testing/builders.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import {
  type CommandContext,
  createLevelRule,
  createSource,
  updateParameters,
} from '../../commands/index.ts'
import { claimSource } from './claim-source.ts'
import { recordCollection } from './record-collection.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const consoleUrl = 'https://highwater.example'

const found = {
  externalKey: 'slot-1',
  name: 'slot 1',
  kind: 'synchronization',
  source: { type: 'postgresql' },
  target: null,
  signal: {
    observedAt: instant(Date.UTC(2026, 0, 1)),
    latency: null,
    state: 'running',
    step: null,
    message: null,
  },
} as const
const rest = { clockAhead: null, memory: null }

/** Makes a source of a department and records what its one collection brought. */
async function collectOnce(department: string, result: CollectResult): Promise<void> {
  await createSource(admin, {
    name: `source of ${department}`,
    kind: 'postgresql',
    config: { host: 'db.internal', database: 'orders', user: 'watcher' },
    secrets: {},
    department,
  })
  const claimed = await claimSource(fresh.db, {
    leaseSeconds: 30,
    worker: 'worker',
    host: 'node-a',
    consoleUrl,
  })
  if (!claimed) throw new Error('No source was due.')
  await recordCollection(fresh.db, claimed, result, consoleUrl)
}

test('a project that a collector finds starts at the level of the rule for its department', async () => {
  const pay = await aDepartment(fresh.db)
  await createLevelRule(admin, { department: pay.id, level: 'high' })
  await collectOnce(pay.id, { ok: true, observations: [found], ...rest })
  const crm = await aDepartment(fresh.db)
  const other = { ...found, externalKey: 'slot-2' }
  await collectOnce(crm.id, { ok: true, observations: [other], ...rest })
  const levels = await fresh.db.sql`select external_key, level from project order by external_key`
  expect(levels).toEqual([
    { external_key: 'slot-1', level: 'high' },
    { external_key: 'slot-2', level: 'low' },
  ])
})

test('a project that a collector finds is named without what nobody sees', async () => {
  const home = await aDepartment(fresh.db)
  const names = ['pay\u200borders', '\u202e', 'crm']
  const observations = names.map((name, index) => ({
    ...found,
    name,
    externalKey: `seen-${index}`,
  }))
  await collectOnce(home.id, { ok: true, observations, ...rest })
  const rows = await fresh.db.sql`
    select name from project where external_key like 'seen-%' order by external_key`
  expect(rows.map(({ name }) => name)).toEqual(['pay orders', 'seen-1', 'crm'])
})

test('a source is down after as many failures as the parameter says', async () => {
  const { id } = await aDepartment(fresh.db)
  await updateParameters(admin, { sourceDownFailures: 1 })
  await collectOnce(id, { ok: false, reason: 'unreachable', message: 'nobody answers' })
  const alerts = await fresh.db.sql`select event, state from alert`
  expect(alerts).toEqual([{ event: 'source_down', state: 'firing' }])
})
