import type { Actor } from '@highwater/core/permissions'
import type { z } from 'zod'
import type { Database } from '../../client/connect.ts'
import { permit } from '../permit.ts'
import type { AlertItem } from './item.ts'
import { type alertFilter, listAlerts } from './list.ts'

const portion = 200

/**
 * Every alert of the filter that the viewer may see, newest first. It is read in portions as the
 * reader takes them: a list of any length needs the memory of one, and it breaks off for a reader
 * whose rights change meanwhile.
 */
export async function* eachAlert(
  db: Database,
  viewerStill: () => Promise<Actor>,
  filter: z.input<typeof alertFilter>,
): AsyncGenerator<AlertItem> {
  let cursor: string | null = null
  do {
    const viewer = await viewerStill()
    permit(viewer, 'alert.export')
    const page: Awaited<ReturnType<typeof listAlerts>> = await listAlerts(db, viewer, {
      ...filter,
      limit: portion,
      ...(cursor === null ? {} : { cursor }),
    })
    yield* page.items
    cursor = page.nextCursor
  } while (cursor !== null)
}
