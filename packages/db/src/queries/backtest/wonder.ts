import { earliest, type Instant, type Millis, millis, type ProjectId } from '@highwater/core'
import { type Day, quietLimit, replay, spansOf } from '@highwater/core/backtest'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { type PolicyInForce, readPolicyInForce } from '../../queue/current-policy.ts'
import { replayStart } from '../../queue/evaluate/replay-start.ts'
import { type BacktestDay, DayCounts, daysBefore, readFrom } from './days.ts'
import { addImpact, type Impact, noImpact } from './impact.ts'
import type { Past, PastRange } from './past.ts'
import { affectedBy, type Proposal } from './proposal.ts'
import { readPasts } from './read-pasts.ts'
import { readWonderedProjects, type WonderedProject } from './wondered-projects.ts'

export interface PolicyPreview {
  /** How many projects the proposal gives other limits. */
  readonly projects: number
  readonly impact: Impact
  readonly backtest: {
    readonly from: Instant
    readonly to: Instant
    readonly days: readonly BacktestDay[]
  }
}

export type PreviewNews =
  | { readonly is: 'progress'; readonly done: number; readonly total: number }
  | ({ readonly is: 'result' } & PolicyPreview)

/** Small enough that the server answers others between two portions. */
const projectsAtOnce = 250

const readRange = async (
  tx: TransactionSql,
  now: Instant,
  days: readonly Day[],
): Promise<PastRange> => {
  const [row] = await tx<{ rolled_until: Instant }[]>`select rolled_until from history_progress`
  return { from: readFrom(now, days), rolledUntil: row?.rolled_until ?? now, now }
}

/** The strictest limit that a project is held against, before or after. */
function quietOf({ before, after }: WonderedProject): Millis {
  const limits = [before, after].flatMap(({ thresholds, calming }) =>
    thresholds === null ? [] : [quietLimit(thresholds, calming)],
  )
  return millis(Math.min(...limits))
}

const beginningOf = ({ pieces, recent }: Past): Instant | null => {
  const [piece] = pieces
  const [span] = recent
  if (piece !== undefined) return piece.is === 'minutes' ? piece.hourAt : piece.at
  if (span === undefined) return null
  return span.is === 'stretch' ? span.at : span.signal.receivedAt
}

/** One preview on its way through the projects. */
class Preview {
  impact: Impact = noImpact
  since: Instant | null = null
  readonly counts: DayCounts
  readonly #range: PastRange

  constructor(range: PastRange, days: readonly Day[]) {
    this.#range = range
    this.counts = new DayCounts(days)
  }

  add({ policy, projects, pasts }: Portion): void {
    this.impact = addImpact(this.impact, projects, policy.now)
    for (const one of projects) {
      const past = pasts.get(one.project.id)
      if (past !== undefined) this.#count(one, past, policy)
    }
  }

  #count(one: WonderedProject, past: Past, policy: PolicyInForce) {
    const spans = [...spansOf(past.pieces, past.changes, quietOf(one)), ...past.recent]
    const alerts = (facts: WonderedProject['before']) => {
      const start = replayStart(facts, one.project, policy, past.observation)
      return replay(start, spans, this.#range.now)
    }
    this.counts.add(alerts(one.before), alerts(one.after))
    this.since = earliest(this.since, beginningOf(past))
  }
}

const inOneMoment = <Out>(db: Database, read: (tx: TransactionSql) => Promise<Out>) =>
  db.sql.begin('isolation level repeatable read read only', read) as Promise<Out>

async function countAffected(tx: TransactionSql, proposal: Proposal, policy: PolicyInForce) {
  const [row] = await tx<{ count: number }[]>`
    select count(*)::int as count from project p
    where ${affectedBy(tx, proposal, policy.settings)} and p.deleted_at is null`
  return row?.count ?? 0
}

/** Some of the projects that a proposal moves, and their history. */
interface Portion {
  readonly policy: PolicyInForce
  readonly projects: readonly WonderedProject[]
  readonly pasts: ReadonlyMap<ProjectId, Past>
}

const readPortion = (
  db: Database,
  proposal: Proposal,
  range: PastRange,
  after: ProjectId | null,
): Promise<Portion> =>
  inOneMoment(db, async (tx) => {
    await tx`set local work_mem = '64MB'`
    const policy = await readPolicyInForce(tx)
    const projects = await readWonderedProjects(tx, policy, proposal, after, projectsAtOnce)
    const wanted = projects.map((one) => ({ id: one.project.id, quiet: quietOf(one) }))
    return { policy, projects, pasts: await readPasts(tx, wanted, range) }
  })

/**
 * Goes through every project that a proposal moves, telling how far it has come, and ends with the result.
 * @param timeZone where days begin at midnight
 */
export async function* wonder(
  db: Database,
  proposal: Proposal,
  timeZone: string,
): AsyncGenerator<PreviewNews> {
  const { range, counted, total, parameters } = await inOneMoment(db, async (tx) => {
    const policy = await readPolicyInForce(tx)
    const count = await countAffected(tx, proposal, policy)
    const { parameters } = policy
    const counted = daysBefore(policy.now, timeZone)
    return { range: await readRange(tx, policy.now, counted), counted, total: count, parameters }
  })
  const read = (after: ProjectId | null) => {
    const portion = readPortion(db, proposal, range, after)
    // Met where it is awaited; until then a failure is nobody's surprise.
    portion.catch(() => undefined)
    return portion
  }
  const preview = new Preview(range, counted)
  let done = 0
  // While one portion is replayed here, the database reads the next.
  let coming = read(null)
  try {
    for (let more = true; more; ) {
      yield { is: 'progress', done, total }
      const portion = await coming
      const last = portion.projects.at(-1)?.project.id
      more = last !== undefined && portion.projects.length === projectsAtOnce
      if (more) coming = read(last ?? null)
      preview.add(portion)
      done += portion.projects.length
    }
  } finally {
    await coming.catch(() => undefined)
  }
  const days = preview.counts.days(range, parameters, preview.since)
  const to = range.now
  const from = days[0]?.day ?? to
  yield { is: 'result', projects: done, impact: preview.impact, backtest: { from, to, days } }
}

/** The result of a preview, for whoever does not want to hear of its progress. */
export async function resultOf(news: AsyncIterable<PreviewNews>): Promise<PolicyPreview> {
  for await (const item of news) {
    if (item.is === 'progress') continue
    const { projects, impact, backtest } = item
    return { projects, impact, backtest }
  }
  throw new Error('A preview ended without a result.')
}
