import { expect } from '@playwright/test'
import { type Api, breach, createChannel, createProject, type Items, report } from './api.ts'
import { type Scene, test } from './journey.ts'
import { robotSecrets } from './robots.ts'

/** What is typed into an installation and must never be seen again. */
export const planted = {
  ...robotSecrets,
  smtpPassword: 'mailbox-password-31f0',
  webhookAuthorization: 'Bearer pager-authorization-77ab',
  sourcePassword: 'database-password-c4d9',
} as const

const nobodyListens = 9

/** As long as a name may be, and without a place to break it at. */
const longName = 'pager_of_the_operations_group_in_the_north_region'

async function createOtherChannels(api: Api): Promise<void> {
  await api.post('/channels', {
    name: '值班邮箱',
    kind: 'email',
    config: {
      host: '127.0.0.1',
      port: nobodyListens,
      security: 'tls',
      username: 'highwater',
      from: { address: 'highwater@example.com' },
      to: ['dba@example.com'],
    },
    secrets: { password: planted.smtpPassword },
    saveUntested: true,
  })
  await api.post('/channels', {
    name: longName,
    kind: 'webhook',
    config: { url: `http://127.0.0.1:${nobodyListens}/alerts` },
    secrets: { authorization: planted.webhookAuthorization },
    saveUntested: true,
  })
}

async function createSource(api: Api): Promise<void> {
  const config = { host: '127.0.0.1', port: nobodyListens, database: 'shop', user: 'watcher' }
  const secrets = { password: planted.sourcePassword }
  await api.post('/sources', { name: 'shop primary', kind: 'postgresql', config, secrets })
}

async function createProjects(scene: Pick<Scene, 'api' | 'stack'>): Promise<void> {
  const { api } = scene
  const tags = ['core', 'payments']
  const ends = { source: { type: 'MySQL' }, target: { type: 'OceanBase' } }
  await createProject(api, 'pay_orders', { ...ends, tags })
  await createProject(api, 'crm_customers', ends)
  await createProject(api, 'dw_facts', { protectionLevel: 'medium' })
  const long = 'migration_of_the_whole_customer_relationship_database_of_the_northern_region_2026'
  await createProject(api, long, { kind: 'migration', protectionLevel: 'none' })
  await report(scene, 'dw_facts', 3)
  await breach(scene, 'crm_customers')
  await breach(scene, 'pay_orders')
}

/** An installation with something on every page: alerts, deliveries good and bad, all that is kept. */
export function furnish(scene: Pick<Scene, 'api' | 'stack' | 'robot'>): Promise<void> {
  const { api, robot } = scene
  return test.step('furnish the installation', async () => {
    await createChannel(api, 'DBA_group', robot)
    await createOtherChannels(api)
    await createSource(api)
    await api.post('/tokens', { name: 'signals of the night job', scope: 'signals:write' })
    await api.post('/level-rules', { tag: 'core', level: 'high' })
    await createProjects(scene)
    const waiting = async () => {
      const { items } = await api.get<Items<{ id: string; state: string }>>('/alerts?scope=project')
      return items.map(({ state }) => state)
    }
    await expect.poll(waiting).toEqual(['firing', 'firing'])
    await expect.poll(() => robot.messages().length).toBeGreaterThanOrEqual(2)
    const { items } =
      await api.get<Items<{ id: string; project: { name: string } }>>('/alerts?scope=project')
    // By its name: both may have fired in the same instant, and then their order is chance.
    const known = items.find(({ project }) => project.name === 'crm_customers')
    await api.post(`/alerts/${known?.id}/acknowledge`, {})
  })
}
