import { type Millis, type ProjectId, seconds, toIso } from '@highwater/core'
import type { SignalInput } from '@highwater/core/project'
import type { FreshDatabase } from '../../testing/fresh-database.ts'
import { readNowFrom } from '../client/now.ts'
import { evaluateDue } from './evaluate/evaluate-due.ts'
import { ingestSignals } from './ingest/ingest.ts'

/** Tells a test's story: signals arrive, time passes, the worker looks. */
export function storyOf({ db, clock }: FreshDatabase) {
  const send = async (project: ProjectId, signal: Partial<SignalInput>) => {
    const observedAt = toIso(await readNowFrom(db.sql))
    return ingestSignals(db, [{ project, observedAt, ...signal }], {
      origin: 'pushed',
      mayWrite: () => true,
    })
  }
  const evaluate = () =>
    evaluateDue(db, {
      limit: 1_000,
      consoleUrl: 'https://highwater.example',
      onDefect: (_project, error) => {
        throw error
      },
    })
  return {
    send,
    evaluate,
    /** Time passes without a signal, and the worker looks once. */
    async wait(length: Millis) {
      await clock.advance(length)
      return evaluate()
    },
    /** A signal every ten seconds, each followed by a look. */
    async report(project: ProjectId, latencySeconds: number, times: number) {
      for (let count = 0; count < times; count += 1) {
        await clock.advance(seconds(10))
        await send(project, { latencySeconds })
        await evaluate()
      }
    },
    alertsOf: (project: ProjectId) => db.sql`
      select event, state, level, close_reason, repeats, reopened, stale, observed_ms::int as observed
      from alert where project_id = ${project} order by number`,
    timelineOf: async (project: ProjectId) => {
      const rows = await db.sql<{ type: string; reason: string | null }[]>`
        select e.type, e.reason from alert_event e join alert a on a.id = e.alert_id
        where a.project_id = ${project} order by e.id`
      return rows.map((row) => (row.reason === null ? row.type : `${row.type}: ${row.reason}`))
    },
    outboxOf: async (project: ProjectId) => {
      const rows = await db.sql<{ kind: string; state: string; reason: string | null }[]>`
        select n.kind, n.state, n.reason from notification n join alert a on a.id = n.alert_id
        where a.project_id = ${project} order by n.sequence`
      return rows.map((row) => [row.kind, row.state, row.reason].filter(Boolean).join(' '))
    },
    /** As if the channels had taken everything that waits. */
    deliver: () => db.sql`
      update notification set state = 'delivered', next_attempt_at = null, settled_at = now()
      where state in ('pending', 'retrying')`,
    /** What was written for channels, apart from what was held: kind and note, oldest first. */
    messagesOf: async (project: ProjectId) => {
      const rows = await db.sql<{ kind: string; note: string | null }[]>`
        select n.kind, n.message ->> 'note' as note
        from notification n join alert a on a.id = n.alert_id
        where a.project_id = ${project} and n.state <> 'suppressed' order by n.sequence`
      return rows.map(({ kind, note }) => (note === null ? kind : `${kind}: ${note}`))
    },
  }
}
