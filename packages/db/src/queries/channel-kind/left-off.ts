import type { Actor } from '@highwater/core/permissions'
import type { Database } from '../../client/connect.ts'
import { workerSilenceSeconds } from '../../queue/heartbeat.ts'
import { permit } from '../permit.ts'

/**
 * The kinds of channel that no living worker is set up for. Where no worker lives nobody knows, and
 * none is left off.
 */
export async function listKindsLeftOff(db: Database, viewer: Actor): Promise<string[]> {
  permit(viewer, 'channelKind.read')
  const rows = await db.sql<{ kind: string }[]>`
    with living as (
      select id, kinds_off from worker
      where seen_at >= now() - make_interval(secs => ${workerSilenceSeconds})
    )
    select kind from living, unnest(kinds_off) as kind
    group by kind having count(distinct id) = (select count(*) from living)
    order by kind`
  return rows.map(({ kind }) => kind)
}
