import type { UserId } from '@highwater/core'
import type { Actor } from '@highwater/core/permissions'
import type { Database } from '@highwater/db/client'
import { listProjects, projectSorts } from '@highwater/db/queries'
import { median } from '../measure/statistics.ts'

type Question = Parameters<typeof listProjects>[2]

const filters: Readonly<Record<string, Omit<Question, 'sort'>>> = {
  'no filter': {},
  'of one kind': { kind: 'migration' },
  'in a common state': { state: 'running' },
  'in a rare state': { state: 'failed' },
  'of level high': { level: 'high' },
  'with a tag': { tag: 'tag7' },
  'of a department': { department: 'department 7' },
  'of an owner': { owner: 'p7@example.com' },
  'name holds a common part': { q: 'orders' },
  'name holds two Chinese characters': { q: '订单' },
  'name holds a rare part': { q: 'a7f31' },
  'found nowhere': { q: 'nowhere to be found' },
  'with open alerts': { attention: true },
  'level, state and kind': { level: 'high', state: 'failed', kind: 'migration' },
}

/** Every filter with the names under which its sorts are reported. */
export const questions: ReadonlyMap<string, readonly string[]> = new Map(
  Object.keys(filters).map((filter) => [filter, projectSorts.map((sort) => nameOf(filter, sort))]),
)

function nameOf(filter: string, sort: string): string {
  return `${filter}, by ${sort}`
}

const repeats = 20
const viewer: Actor = { type: 'user', id: 'bench' as UserId, role: 'admin', departments: [] }

async function medianDuration(ask: () => Promise<unknown>): Promise<number> {
  const durations: number[] = []
  for (let count = 0; count < repeats; count += 1) {
    const started = performance.now()
    await ask()
    durations.push(performance.now() - started)
  }
  return median(durations)
}

/** The machine's limit: as many rows of the same two tables along one index, without any question. */
export const bareList = 'bare join of 50 rows'
const askBarely = (db: Database) => db.sql`
  select * from project p join project_state s on s.project_id = p.id
  where p.deleted_at is null order by p.name, p.id limit 50`

/** Milliseconds of each filter under each sort, the median of some repeats, for one round. */
export async function askAll(db: Database, stop: AbortSignal): Promise<Map<string, number>> {
  const answers = new Map([[bareList, await medianDuration(() => askBarely(db))]])
  for (const [filter, question] of Object.entries(filters)) {
    for (const sort of projectSorts) {
      stop.throwIfAborted()
      const ask = () => listProjects(db, viewer, { ...question, sort })
      answers.set(nameOf(filter, sort), await medianDuration(ask))
    }
  }
  return answers
}
