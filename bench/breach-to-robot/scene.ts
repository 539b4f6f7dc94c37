import { seedProjects } from '@highwater/db/testing'
import type { Stage } from '../bench.ts'
import { quietSignal } from '../stack/quiet-signal.ts'
import { type Sender, sendDirectly, sendOverHttp } from '../stack/sender.ts'
import { type BenchStack, withStack } from '../stack/start-stack.ts'
import { withDatabase } from '../stack/with-database.ts'
import { type Receivers, startReceivers } from './receivers.ts'

export const projectCount = 1_000

export interface Scene {
  readonly databaseUrl: string
  readonly stack: BenchStack
  readonly receivers: Receivers
  readonly sender: Sender
  readonly projects: readonly string[]
  readonly nameOf: (project: string) => string
}

/** A running installation with caught-up projects of level high, and two channels that hear of all. */
export const withScene = <Out>(stage: Stage, use: (scene: Scene) => Promise<Out>): Promise<Out> =>
  withDatabase(stage.serverUrl, async ({ url, db }) => {
    const projects = await seedProjects(db, { count: projectCount, namePrefix: 'project-0' })
    const observedAt = new Date().toISOString()
    await sendDirectly(db).send(projects.map((project) => quietSignal(project, observedAt)))
    const rows = await db.sql<{ id: string; name: string }[]>`select id, name from project`
    const names = new Map(rows.map(({ id, name }) => [id, name]))
    // Each breach is to be told by itself: what a storm is merged into is another matter.
    await db.sql`
      insert into parameter (key, value, version, changed_at, changed_by_name)
      values ('stormAlerts', 10000, 1, now(), 'bench')`
    const { withWeb, stop } = stage
    return withStack({ databaseUrl: url, withWeb, stop }, async (stack) => {
      const receivers = await startReceivers(db, stack.sealer)
      const sender = withWeb ? sendOverHttp(stack) : sendDirectly(db)
      const nameOf = (project: string) => names.get(project) ?? project
      try {
        return await use({ databaseUrl: url, stack, receivers, sender, projects, nameOf })
      } finally {
        await sender.close()
        await receivers.close()
      }
    })
  })
