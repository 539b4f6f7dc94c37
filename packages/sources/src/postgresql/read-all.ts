import type { Sql } from 'postgres'
import type { PostgresqlConfig } from './config.ts'
import type { Lsn } from './lsn.ts'
import { type Replica, readReplicas } from './replicas.ts'
import { readStandby, type Standby } from './standby.ts'
import { readSubscriptions, type Subscription } from './subscriptions.ts'

export type Reading = {
  readonly replicas: readonly Replica[]
  readonly standby: Standby | null
  readonly subscriptions: readonly Subscription[]
}

/** Reads the parts of a server that are watched, one statement each. */
export async function readAll(sql: Sql, { watch, ignore }: PostgresqlConfig): Promise<Reading> {
  const wants = (part: PostgresqlConfig['watch']) => watch === 'everything' || watch === part
  const isOurs = ({ name }: { name: string | null }) => name === null || !ignore.includes(name)
  const standby = wants('standby') ? await readStandby(sql) : null
  return {
    replicas: wants('slots') ? (await readReplicas(sql)).filter(isOurs) : [],
    standby: standby !== null && isOurs(standby) ? standby : null,
    subscriptions: wants('subscriptions') ? (await readSubscriptions(sql)).filter(isOurs) : [],
  }
}

/** Some replica at work has not passed `end` yet: looking again shortly may prove that it does. */
export function awaits({ replicas, standby }: Reading, end: Lsn | null): boolean {
  if (end === null) return false
  const isShort = (applied: Lsn | null) => applied !== null && applied < end
  return (
    replicas.some((replica) => replica.active && isShort(replica.applied)) ||
    (standby !== null && !standby.replayPaused && isShort(standby.replayed))
  )
}
