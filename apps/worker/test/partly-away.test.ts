import { afterEach, beforeEach, expect, test } from 'vitest'
import { eventually, type Stage, setStage } from './stage.ts'

let stage: Stage

beforeEach(async () => {
  stage = await setStage()
})
afterEach(() => stage.end())

/** Alerts would need another page, while rows that are there already still find room. */
const fillDisk = () =>
  stage.fresh.db.sql`
  create function disk_full() returns trigger language plpgsql as $$ begin
    raise exception 'could not extend file: No space left on device' using errcode = '53100';
  end $$;
  create trigger disk_full before insert on alert for each row execute function disk_full()`.simple()

test('a disk that is full for one cycle alone is said once, and its end when that cycle runs again', async () => {
  const projects = await stage.projects(1)
  const worker = await stage.startWorker()
  const said = (text: string) => worker.log().split(text).length - 1
  await fillDisk()
  await stage.report(projects, 412)
  // Several tries, beside which the other cycles go on.
  await eventually(
    async () => (await fetch(`${worker.healthUrl}/metrics`)).text(),
    (text) => /cycle_failures_total\{cycle="evaluate"\} [5-9]/.test(text),
  )
  expect(said('the database is away')).toBe(1)
  expect(said('the database is back')).toBe(0)
  await stage.fresh.db.sql`drop trigger disk_full on alert`
  await eventually(
    () => stage.notifications(),
    (list) => list.length === 1 && list.every((entry) => entry === 'firing delivered'),
  )
  await eventually(
    () => said('the database is back'),
    (times) => times === 1,
  )
  expect(said('the database is away')).toBe(1)
})
