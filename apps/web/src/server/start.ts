import { setTimeout as pause } from 'node:timers/promises'
import { ensureAdmin } from '@highwater/db/auth'
import { keepOpen, openBeat } from '@highwater/db/ingest'
import { foreignKeyIn } from '@highwater/db/queries'
import { EnvironmentError, foreignSecret } from '@highwater/environment'
import { describeFailure } from './describe-failure.ts'
import { openFrontDoor } from './front-door/open-front-door.ts'
import { reportOwnHost } from './report-own-host.ts'
import { type Services, services } from './services.ts'

const retryMs = 1_000

/** Makes the administrator that the environment names; false while the database is away. */
async function makeAdmin({ db, sealer, environment, log }: Services): Promise<boolean> {
  const { HIGHWATER_ADMIN_EMAIL: email, HIGHWATER_ADMIN_PASSWORD: password } = environment
  if (email === undefined || password === undefined) return true
  try {
    const outcome = await ensureAdmin(db, sealer, { email, password })
    if (outcome === 'created') log.info({ email }, 'made the first administrator')
    return true
  } catch (error) {
    const { code, message } = describeFailure(error, 'start')
    if (code === 'unavailable') return false
    log.error({ err: error }, `no administrator was made from the environment: ${message}`)
    return true
  }
}

/** @throws EnvironmentError where the secret is not that of the database; one that is away is not asked */
async function refuseForeignSecret({ db, sealer }: Services): Promise<void> {
  const key = await foreignKeyIn(db, sealer).catch(() => null)
  if (key !== null) throw foreignSecret(key)
}

/** A server that waits for its database answers 503 meanwhile instead of not starting. */
async function makeAdminLater(shared: Services): Promise<void> {
  do await pause(retryMs)
  while (!(await makeAdmin(shared)))
}

/** Says again and again that this server takes signals in, so that its own outage accuses no project. */
async function sayThatItIsOpen({ db, log }: Services): Promise<never> {
  for (;;) {
    await keepOpen(db, 'pushed').catch((error) =>
      log.debug({ err: error }, 'could not say that signals are taken in'),
    )
    await pause(openBeat, undefined, { ref: false })
  }
}

/** Opens what the process holds, or ends it with one message that lists every problem. */
export async function start(): Promise<void> {
  try {
    const shared = services()
    await refuseForeignSecret(shared)
    openFrontDoor(shared.environment)
    if (!(await makeAdmin(shared))) void makeAdminLater(shared)
    void sayThatItIsOpen(shared)
    void reportOwnHost(shared)
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}
