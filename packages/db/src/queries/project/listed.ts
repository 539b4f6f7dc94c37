import type { Actor } from '@highwater/core/permissions'
import type { Database } from '../../client/connect.ts'
import type { Page } from '../cursor.ts'
import type { ProjectItem } from './item.ts'
import { listProjects } from './list.ts'

type Unlisted = 'externalKey' | 'step' | 'latencyObservedAt' | 'pingToken' | 'version' | 'createdAt'

/** A project as a row of the console shows it and its dialogs judge it. */
export type ListedProject = Omit<ProjectItem, Unlisted>

function toListed(item: ProjectItem): ListedProject {
  const { externalKey: _k, step: _s, latencyObservedAt: _l, pingToken: _p, ...rest } = item
  const { version: _v, createdAt: _c, ...listed } = rest
  return listed
}

/** A page of projects without what no row shows: a page hands fifty of them to the browser. */
export async function listProjectRows(
  db: Database,
  viewer: Actor,
  input: Parameters<typeof listProjects>[2],
): Promise<Page<ListedProject>> {
  const { items, ...page } = await listProjects(db, viewer, input)
  return { ...page, items: items.map(toListed) }
}
