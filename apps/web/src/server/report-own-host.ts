import { hostname } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { seconds } from '@highwater/core'
import { createMachineSampler, reportHost } from '@highwater/db/commands'
import type { Services } from './services.ts'

const every = seconds(10)

/** Reports the machine of this server, unless a worker on it has done so just now. */
export async function reportOwnHost({ db, log }: Services): Promise<never> {
  const sample = createMachineSampler(process.cwd())
  const name = hostname()
  for (;;) {
    await pause(every, undefined, { ref: false })
    try {
      const figures = await sample()
      await reportHost(db.sql, { name, isOwn: true, figures, unlessWithin: every })
    } catch (error) {
      log.debug({ err: error }, 'could not report this machine')
    }
  }
}
