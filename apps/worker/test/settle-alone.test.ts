import { minutes } from '@highwater/core'
import type { Database } from '@highwater/db/client'
import { claimNotifications, leasedOf } from '@highwater/db/queue'
import { freshDatabase, seedChannel, seedProject, storyOf } from '@highwater/db/testing'
import { pino } from 'pino'
import { expect, inject, test } from 'vitest'
import { settleTogether } from '../src/settle-together.ts'

/** The first receipt of this database ends as the victim of a circle of locks does. */
const failOnce = ({ sql }: Database) =>
  sql`
  create sequence receipts;
  create function fail_once() returns trigger language plpgsql as $$ begin
    if nextval('receipts') = 1 then raise exception 'deadlock detected' using errcode = '40P01'; end if;
    return new;
  end $$;
  create trigger fail_once before insert on delivery_attempt for each row execute function fail_once()`.simple()

test('an answer that comes alone is recorded, though its transaction fails once', async () => {
  const fresh = await freshDatabase(inject('postgresUrl'))
  try {
    await seedChannel(fresh.db)
    const story = storyOf(fresh)
    const project = await seedProject(fresh.db)
    await story.report(project, 1, 2)
    await story.report(project, 90, 1)
    const { claimed } = await claimNotifications(fresh.db, {
      worker: 'w',
      limit: 1,
      perChannel: 1,
      busyChannels: [],
      consoleUrl: 'https://highwater.example',
      lease: minutes(10),
      rulesOf: () => [],
    })
    const [message] = claimed
    if (message === undefined) throw new Error('Nothing was claimed.')
    await failOnce(fresh.db)
    const { settle } = settleTogether({
      db: fresh.db,
      log: pino({ level: 'silent' }),
      abort: new AbortController().signal,
    })
    const settlement = await settle({
      claimed: leasedOf(message),
      outcome: {
        kind: 'delivered',
        detail: { reason: 'accepted', httpStatus: 200, providerCode: '0', providerMessage: '' },
      },
      worker: 'w',
      durationMs: 1,
      jitter: 0.5,
    })
    expect(settlement).toBe('settled')
    expect(await story.outboxOf(project)).toEqual(['firing delivered'])
  } finally {
    await fresh.close()
  }
})
