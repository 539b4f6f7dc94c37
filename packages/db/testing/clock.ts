import type { Millis } from '@highwater/core'
import postgres from 'postgres'

/** Moves the time of one database, for every process that is connected to it. */
export interface MovableClock {
  readonly advance: (length: Millis) => Promise<void>
}

/**
 * Gives a database a `now()` of its own, first in the search path. The product asks for the time
 * unqualified, so it moves with it and needs no switch for tests.
 */
export async function installClock(url: string): Promise<MovableClock> {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  await sql.unsafe(`
    create schema test_clock;
    create table test_clock.setting (ahead interval not null);
    insert into test_clock.setting values ('0');
    create function test_clock.now() returns timestamptz stable language sql as
      'select pg_catalog.now() + ahead from test_clock.setting';
    do $$ begin
      execute format('alter database %I set search_path = test_clock, pg_catalog, public', current_database());
    end $$;
    alter table test_clock.setting set (fillfactor = 50);
  `)
  await sql.end()
  return {
    async advance(length) {
      const mover = postgres(url, { max: 1, onnotice: () => {} })
      await mover`update test_clock.setting set ahead = ahead + ${`${length} milliseconds`}::interval`
      await mover.end()
    },
  }
}
