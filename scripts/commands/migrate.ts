import { resolve } from 'node:path'
import { migrate } from '@highwater/db/migrate'
import { readEnvironment } from '@highwater/environment'
import type { Command } from '../main.ts'
import { root } from '../processes/root.ts'
import { openDatabase } from '../stack/open-database.ts'
import { localTimeZone } from '../stack/time-zone.ts'
import { warningAfter } from '../stack/warning-after.ts'

export const run: Command = async () => {
  const { DATABASE_URL, HIGHWATER_DATA_DIR, HIGHWATER_TIME_ZONE } = readEnvironment(
    // Migrating needs no key material, so a missing secret must not stand in the way.
    {
      DATABASE_URL: process.env.DATABASE_URL,
      HIGHWATER_DATA_DIR: process.env.HIGHWATER_DATA_DIR,
      HIGHWATER_TIME_ZONE: process.env.HIGHWATER_TIME_ZONE,
      HIGHWATER_SECRET: 'x'.repeat(32),
    },
    'start',
  )
  const database = await openDatabase(DATABASE_URL, resolve(root, HIGHWATER_DATA_DIR))
  try {
    const timeZone = localTimeZone(HIGHWATER_TIME_ZONE)
    const migrated = await migrate(database.url, { timeZone })
    const { applied } = migrated
    const warning = warningAfter(migrated)
    if (warning !== null) console.warn(warning)
    else
      console.log(applied === 0 ? 'The database is up to date.' : `Applied ${applied} migrations.`)
    return 0
  } finally {
    await database.close()
  }
}
