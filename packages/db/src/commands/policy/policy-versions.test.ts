import { seconds } from '@highwater/core'
import { defaultProtectionLevelSettings } from '@highwater/core/policy'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit, expectNoAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { seedProject } from '../../../testing/seed.ts'
import { getPolicyVersion } from '../../queries/policy/version.ts'
import { listPolicyVersions } from '../../queries/policy/versions.ts'
import { storyOf } from '../../queue/queue.fixture.ts'
import type { CommandContext } from '../context.ts'
import { resetProtectionLevels } from './reset-protection-levels.ts'
import { restoreProtectionLevels } from './restore-protection-levels.ts'
import { updateProtectionLevels } from './update-protection-levels.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const standard = defaultProtectionLevelSettings
const highAt = (latencySeconds: number) => ({
  ...standard,
  high: { ...standard.high, latencySeconds },
})

test('an old version is restored as a new one that says where it came from', async () => {
  await updateProtectionLevels(admin, { ...highAt(60), version: 1 })
  await updateProtectionLevels(admin, { ...highAt(120), version: 2 })
  const restored = await restoreProtectionLevels(admin, { restore: 2, expectedVersion: 3 })
  expect(restored).toMatchObject({ version: 4, high: { latencySeconds: 60 } })
  await expectAudit(fresh.db, {
    action: 'policy.update',
    targetId: '4',
    targetName: 'protection levels of version 2',
    changes: [{ path: 'high.latencySeconds', before: 120, after: 60 }],
  })
  const { items } = await listPolicyVersions(fresh.db, admin.actor)
  expect(items.map(({ version, origin, restoredFrom }) => [version, origin, restoredFrom])).toEqual(
    [
      [4, 'restore', 2],
      [3, 'edit', null],
      [2, 'edit', null],
      [1, 'edit', null],
    ],
  )
})

test('one version is read with what it changed and how it differs from what is in force', async () => {
  const version = await getPolicyVersion(fresh.db, admin.actor, 3)
  expect(version).toMatchObject({
    version: 3,
    createdByName: admin.actorName,
    before: { high: { latencySeconds: 60 } },
    inForce: { version: 4, settings: { high: { latencySeconds: 60 } } },
  })
  expect((await getPolicyVersion(fresh.db, admin.actor, 1)).before).toBeNull()
  await expect(getPolicyVersion(fresh.db, admin.actor, 99)).rejects.toMatchObject({
    code: 'not_found',
  })
})

test('what is in force already is not written again', async () => {
  const result = await expectNoAudit(fresh.db, () => restoreProtectionLevels(admin, { restore: 2 }))
  expect(result.version).toBe(4)
})

test('the defaults come back by a reset', async () => {
  expect(await resetProtectionLevels(admin, {})).toMatchObject({ version: 5, ...standard })
  expect((await listPolicyVersions(fresh.db, admin.actor)).items[0]?.origin).toBe('reset')
})

test('a version that there is not, a stale page and a user who may not are refused', async () => {
  await expect(restoreProtectionLevels(admin, { restore: 99 })).rejects.toMatchObject({
    code: 'not_found',
  })
  await expect(
    restoreProtectionLevels(admin, { restore: 2, expectedVersion: 4 }),
  ).rejects.toMatchObject({ code: 'conflict', current: { version: 5 } })
  const { actor } = await anAccount(fresh.db)
  await expect(resetProtectionLevels(contextOf(fresh.db, actor), {})).rejects.toMatchObject({
    code: 'forbidden',
  })
})

test('a threshold of one kind of project is taken by that kind alone, in the next cycle', async () => {
  const story = storyOf(fresh)
  const synchronization = await seedProject(fresh.db, { level: 'high' })
  const migration = await seedProject(fresh.db, { level: 'high', kind: 'migration' })
  for (const project of [synchronization, migration]) {
    await story.report(project, 1, 2)
    await story.report(project, 20, 1)
  }
  const high = { ...standard.high, overrides: { migration: { latencySeconds: 15 } } }
  await updateProtectionLevels(admin, { ...standard, high, version: 5 })
  await story.wait(seconds(1))
  expect(await story.alertsOf(synchronization)).toEqual([])
  expect(await story.alertsOf(migration)).toMatchObject([{ event: 'migration_delay' }])
})
