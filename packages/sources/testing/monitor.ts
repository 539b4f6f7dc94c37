import type { Sql } from 'postgres'

/** The account with which Highwater reads: it may see the state of replication, and nothing else. */
export const monitor = { user: 'highwater_monitor', password: 'monitor-password-7f3a' } as const

export async function createMonitor(sql: Sql): Promise<void> {
  await sql.unsafe(
    `create role ${monitor.user} login password '${monitor.password}' in role pg_monitor`,
  )
}
