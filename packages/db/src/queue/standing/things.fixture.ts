import type { AlertId } from '@highwater/core'
import type { Database } from '../../client/connect.ts'

/** What a test wants to see of the alerts about things that are no projects. */
export const thingAlertsOf = ({ sql }: Database) => ({
  /** Every alert in the order of its number, as `event state` with the reason of its end. */
  async list(): Promise<string[]> {
    const rows = await sql<{ event: string; state: string; close_reason: string | null }[]>`
      select event, state, close_reason from alert order by number`
    return rows.map((row) => [row.event, row.close_reason ?? row.state].join(' '))
  },
  /** What happened to the alerts of an event, in order. */
  async timeline(event: string): Promise<string[]> {
    const rows = await sql<{ type: string; reason: string | null }[]>`
      select e.type, e.reason from alert_event e join alert a on a.id = e.alert_id
      where a.event = ${event} order by e.id`
    return rows.map((row) => (row.reason === null ? row.type : `${row.type}: ${row.reason}`))
  },
  /** What was written to people about an event, in order. */
  async told(event: string): Promise<string[]> {
    const rows = await sql<{ kind: string }[]>`
      select n.kind from notification n join alert a on a.id = n.alert_id
      where a.event = ${event} and n.state <> 'suppressed' order by n.sequence`
    return rows.map((row) => row.kind)
  },
  /** How many minutes lay between one message to people about an event and the next. */
  async pauses(event: string): Promise<number[]> {
    const rows = await sql<{ minutes: number | null }[]>`
      select extract(epoch from n.created_at - lag(n.created_at) over (order by n.sequence))::float8 / 60
        as minutes
      from notification n join alert a on a.id = n.alert_id
      where a.event = ${event} and n.state <> 'suppressed' order by n.sequence`
    return rows.flatMap(({ minutes }) => minutes ?? [])
  },
  /** The newest alert of an event. */
  async newest(event: string): Promise<AlertId> {
    const [row] = await sql<{ id: AlertId }[]>`
      select id from alert where event = ${event} order by number desc limit 1`
    if (!row) throw new Error(`There is no alert about ${event}.`)
    return row.id
  },
  particulars: (event: string) => sql<{ particulars: unknown }[]>`
    select particulars from alert where event = ${event} order by number`,
})
