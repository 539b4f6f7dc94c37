import { seconds } from '@highwater/core'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { adminContext, anAccount, contextOf } from '../../../testing/builders.ts'
import { expectAudit } from '../../../testing/expect-audit.ts'
import { type FreshDatabase, freshDatabase } from '../../../testing/fresh-database.ts'
import { getCluster, listClusters } from '../../queries/cluster/list.ts'
import { claimNotifications } from '../../queue/deliver/claim.ts'
import { settleNotifications } from '../../queue/deliver/settle.ts'
import { ocpCluster } from '../../schema/index.ts'
import { createChannel } from '../channel/create-channel.ts'
import { requestChannelTest } from '../channel/request-channel-test.ts'
import type { CommandContext } from '../context.ts'
import { createCluster } from './create-cluster.ts'
import { deleteCluster } from './delete-cluster.ts'
import { requestClusterTest } from './request-cluster-test.ts'
import { updateCluster } from './update-cluster.ts'

let fresh: FreshDatabase
let admin: CommandContext
beforeAll(async () => {
  fresh = await freshDatabase(inject('postgresUrl'))
  admin = await adminContext(fresh.db)
})
afterAll(() => fresh.close())

const config = { endpoint: '10.0.0.8:8080', user: 'root' }
const secrets = { password: 'very-secret-1' }

const claim = async () => {
  const { claimed } = await claimNotifications(fresh.db, {
    worker: 'w',
    limit: 10,
    perChannel: 10,
    busyChannels: [],
    consoleUrl: 'https://highwater.example',
    lease: seconds(30),
    rulesOf: () => [],
  })
  const [first] = claimed
  if (first === undefined) throw new Error('nothing was claimed')
  return first
}

test('a cluster is associated once its very settings have been tested', async () => {
  const draft = { name: 'OCP-prod', config, secrets }
  await expect(createCluster(admin, draft)).rejects.toMatchObject({
    faults: [{ path: 'saveUntested' }],
  })
  await requestClusterTest(admin, draft)
  const claimed = await claim()
  expect(claimed).toMatchObject({
    kind: 'test',
    message: { asksOnly: true },
    cluster: { config: { endpoint: 'http://10.0.0.8:8080', user: 'root', signIn: 'password' } },
  })
  expect(admin.sealer.open(claimed.cluster?.sealedSecrets ?? '')).toEqual(secrets)
  const detail = { reason: 'x', httpStatus: 200, providerCode: null, providerMessage: null }
  const outcome = { kind: 'delivered', detail } as const
  await settleNotifications(fresh.db, [{ claimed, outcome, worker: 'w', durationMs: 1, jitter: 0 }])
  const other = { ...draft, secrets: { password: 'another' } }
  await expect(createCluster(admin, other)).rejects.toMatchObject({ code: 'invalid_input' })
  const { id } = await createCluster(admin, draft)
  expect(await getCluster(fresh.db, admin.actor, id)).toMatchObject({
    name: 'OCP-prod',
    secrets: { password: 'set', secretKey: 'unset' },
    channels: [],
  })
  await expectAudit(fresh.db, { action: 'cluster.write', operation: 'creation', targetId: id })
  const [kept] = await fresh.db.sql<{ text: string }[]>`
    select string_agg(t::text, '') as text from (
      select to_jsonb(o) as t from ocp_cluster o union all select to_jsonb(c) from channel_test c
      union all select to_jsonb(a) from audit_event a) as rows`
  expect(kept?.text).toContain('OCP-prod')
  expect(kept?.text).not.toContain('very-secret-1')
})

test('channels send with the cluster as it is now, and hold it while they name it', async () => {
  const { id } = await createCluster(admin, {
    name: '测试集群',
    config,
    secrets,
    saveUntested: true,
  })
  const channel = { name: 'ocp_1', kind: 'ocp', config: { cluster: id } }
  const gone = { ...channel, config: { cluster: '0198c0de-0000-7000-8000-000000000000' } }
  await expect(createChannel(admin, { ...gone, saveUntested: true })).rejects.toMatchObject({
    faults: [{ path: 'config.cluster' }],
  })
  const made = await createChannel(admin, { ...channel, saveUntested: true })
  const elsewhere = {
    cluster: id,
    config: { endpoint: 'https://ocp.example.com' },
    saveUntested: true,
  }
  await expect(updateCluster(admin, elsewhere)).rejects.toMatchObject({
    faults: [{ path: 'secrets.password' }],
  })
  await updateCluster(admin, { ...elsewhere, secrets })
  await requestChannelTest(admin, { channel: made.id })
  const { cluster } = await claim()
  expect(cluster?.config).toMatchObject({ endpoint: 'https://ocp.example.com', user: 'root' })
  expect(admin.sealer.open(cluster?.sealedSecrets ?? '')).toEqual(secrets)
  const listed = await listClusters(fresh.db, admin.actor)
  expect(listed.find((item) => item.id === id)?.channels).toEqual([{ id: made.id, name: 'ocp_1' }])
  await expect(deleteCluster(admin, { cluster: id })).rejects.toMatchObject({
    code: 'in_use',
    message: expect.stringContaining('the channel "ocp_1"'),
  })
})

test('the password of a proxy is shown to nobody, and stays when a form sends its mask back', async () => {
  const proxy = 'http://user:proxy-secret@10.0.0.9:3128'
  const draft = { name: 'by proxy', config: { ...config, proxy }, secrets, saveUntested: true }
  const { id } = await createCluster(admin, draft)
  const shown = await getCluster(fresh.db, admin.actor, id)
  expect(shown.config.proxy).toBe('http://***@10.0.0.9:3128')
  await updateCluster(admin, { cluster: id, name: 'renamed', config: shown.config })
  const [row] = await fresh.db.orm.select().from(ocpCluster).where(eq(ocpCluster.id, id))
  expect(row).toMatchObject({ name: 'renamed', config: { proxy } })
})

test('a deleted cluster frees its name and forgets its secrets', async () => {
  const draft = { name: 'gone soon', config, secrets, saveUntested: true }
  const { id } = await createCluster(admin, draft)
  await expect(createCluster(admin, draft)).rejects.toMatchObject({ faults: [{ path: 'name' }] })
  await deleteCluster(admin, { cluster: id })
  const [row] = await fresh.db.orm.select().from(ocpCluster).where(eq(ocpCluster.id, id))
  expect(admin.sealer.open(row?.sealedSecrets ?? '')).toEqual({})
  await expect(getCluster(fresh.db, admin.actor, id)).rejects.toMatchObject({ code: 'not_found' })
  await createCluster(admin, draft)
})

test.each([
  [{ name: 'ab' }, 'name'],
  [{ name: 'x'.repeat(33) }, 'name'],
  [{ config: { ...config, endpoint: '10.0.0.8/x' } }, 'config.endpoint'],
  [{ secrets: {} }, 'secrets.password'],
  [{ config: { ...config, unheardOf: 1 } }, 'config.unheardOf'],
])('%j is refused at %s', async (changes, path) => {
  const draft = { name: 'bad one', config, secrets, saveUntested: true, ...changes }
  await expect(createCluster(admin, draft)).rejects.toMatchObject({ faults: [{ path }] })
})

test('the name and the settings of a cluster are judged together', async () => {
  await expect(createCluster(admin, { name: '', config: {} })).rejects.toMatchObject({
    faults: [
      { path: 'name' },
      { path: 'config.endpoint' },
      { path: 'config.user' },
      { path: 'secrets.password' },
    ],
  })
})

test('only administrators keep clusters', async () => {
  const { actor } = await anAccount(fresh.db)
  const viewer = contextOf(fresh.db, actor)
  await expect(
    createCluster(viewer, { name: 'not mine', config, secrets, saveUntested: true }),
  ).rejects.toMatchObject({ code: 'forbidden' })
})
