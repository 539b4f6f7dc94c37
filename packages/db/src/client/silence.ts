import { type Millis, seconds } from '@highwater/core'
import postgres from 'postgres'

/** How long the question whether a server process is still at work may take in all. */
const patience = seconds(5)
/** An answer on its way may be overtaken by one that says that it was sent. */
const lastChance = seconds(1)

/** What a server says of itself; one that refuses to tell is there all the same. */
type Workers = ReadonlySet<number> | 'nobody answers' | 'not told'

async function askWhoWorks(url: string, name: string): Promise<Workers> {
  const sql = postgres(url, {
    max: 1,
    connect_timeout: patience / 1_000,
    fetch_types: false,
    onnotice: () => {},
    connection: { application_name: name, statement_timeout: patience },
  })
  const tooLate = new Promise<'nobody answers'>((resolve) =>
    setTimeout(resolve, patience, 'nobody answers').unref(),
  )
  const workers = async (): Promise<Workers> => {
    // One of which it does not tell, as where it is set to keep no account of them, may well be.
    const rows = await sql<{ pid: number }[]>`
      select pid from pg_stat_activity where state is null or state not like 'idle%'`
    return new Set(rows.map(({ pid }) => pid))
  }
  try {
    return await Promise.race([workers(), tooLate])
  } catch (error) {
    return error instanceof postgres.PostgresError ? 'not told' : 'nobody answers'
  } finally {
    void sql.end({ timeout: 0 }).catch(() => undefined)
  }
}

/**
 * What a pool does about a question that has been unanswered for an interval: it asks over a new connection,
 * once for all that wait, whether its server process still works on it. A host that drops off the network,
 * and has another take its place, would otherwise hold every question until TCP gives up, after some
 * fifteen minutes.
 */
export function noticeSilence(url: string, name: string, interval: Millis) {
  let asking: Promise<Workers> | null = null
  const whoWorks = (): Promise<Workers> => {
    asking ??= askWhoWorks(url, name).finally(() => {
      asking = null
    })
    return asking
  }
  return {
    interval,
    isVanished: async (pid: number): Promise<boolean> => {
      const workers = await whoWorks()
      if (workers === 'not told' || (workers !== 'nobody answers' && workers.has(pid))) return false
      await new Promise((resolve) => setTimeout(resolve, lastChance).unref())
      return true
    },
  }
}
