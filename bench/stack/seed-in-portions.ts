import type { Database } from '@highwater/db/client'
import { seedProjects } from '@highwater/db/testing'

const portion = 50_000

/** Seeds any number of projects; one statement for all would hold its whole text several times. */
export async function seedInPortions(db: Database, count: number, stop: AbortSignal) {
  const ids: string[] = []
  while (ids.length < count) {
    stop.throwIfAborted()
    const namePrefix = `project-${ids.length / portion}`
    const most = Math.min(portion, count - ids.length)
    ids.push(...(await seedProjects(db, { count: most, namePrefix })))
  }
  await db.sql`analyze project`
  await db.sql`analyze project_state`
  return ids
}
