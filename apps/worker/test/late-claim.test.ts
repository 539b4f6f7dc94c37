import { minutes } from '@highwater/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { leaseTime } from '../src/cycles/deliver.ts'
import { hireCrew } from './crew.ts'
import { eventually, type Stage, setStage } from './stage.ts'

let stage: Stage
let crew: ReturnType<typeof hireCrew>

beforeEach(async () => {
  stage = await setStage({ signed: false })
  crew = hireCrew(stage.fresh)
})
afterEach(async () => {
  vi.restoreAllMocks()
  await crew.leave()
  await stage.end()
})

/** The commit of a claim waits until what this answers with is called. */
async function holdClaims(): Promise<() => Promise<void>> {
  const connection = await stage.fresh.db.sql.reserve()
  await connection`
    create function wait_for_test() returns trigger language plpgsql as $$ begin
      perform pg_advisory_xact_lock(7263099);
      return null;
    end $$;
    create constraint trigger wait_for_test after insert on delivery_claim
      deferrable initially deferred for each row execute function wait_for_test();
    select pg_advisory_lock(7263099)`.simple()
  return async () => {
    await connection`select pg_advisory_unlock(7263099)`
    connection.release()
  }
}

const isBeingClaimed = async () => {
  const rows = await stage.fresh.db.sql`
    select from pg_stat_activity where datname = current_database() and wait_event = 'advisory'`
  return rows.length > 0
}

/** As after a machine was suspended: its steady clock has gone on. */
function goOnLater(byMs: number) {
  const steady = performance.now.bind(performance)
  vi.spyOn(performance, 'now').mockImplementation(() => steady() + byMs)
}

test('a worker that was suspended while it claimed sends nothing whose lease is over', async () => {
  const projects = await stage.projects(1)
  await stage.report(projects, 412)
  const letGo = await holdClaims()
  const working = crew.work()
  await eventually(isBeingClaimed, Boolean)
  goOnLater(leaseTime + 1)
  await letGo()
  await working
  expect(stage.told()).toEqual([])
  expect(await stage.notifications()).toEqual(['firing sending'])
  // Whoever looks after leases has it told, once.
  await crew.after(minutes(2))
  await crew.after(minutes(2))
  expect(stage.told().filter((alert) => alert === 'A1')).toHaveLength(1)
})
