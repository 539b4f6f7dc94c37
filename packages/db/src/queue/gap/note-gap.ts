import { between, type Instant, plus, seconds } from '@highwater/core'
import { systemLevelOf } from '@highwater/core/alert'
import type { Database, TransactionSql } from '../../client/connect.ts'
import { publishFrom } from '../../client/topics.ts'
import type { AlertRow } from '../alert-row.ts'
import { type PolicyInForce, readPolicyInForce } from '../current-policy.ts'
import { defaultDepartment } from '../default-department.ts'
import { writeTimeline } from '../evaluate/timeline.ts'
import { openingAlert } from '../opening-alert.ts'
import { tell } from '../outbox/tell.ts'
import { insertAlerts } from '../store-alerts.ts'
import type { EvaluationGap } from './last-gap.ts'

const event = 'evaluation_gap'
const productName = 'Highwater'

/** The alert opens and closes at once: when anybody can record a gap, it is over. */
async function record(
  tx: TransactionSql,
  { from, to }: EvaluationGap,
  policy: PolicyInForce,
  consoleUrl: string,
) {
  const level = systemLevelOf(event)
  const opened: AlertRow = openingAlert({
    department_id: await defaultDepartment(tx),
    subject: productName,
    event,
    level,
    since: from,
    policy_version: policy.version,
    now: to,
    observed: between(from, to),
    threshold: seconds(policy.parameters.evaluationGapSeconds),
    state: 'closed',
    fired_at: to,
    closed_at: to,
    close_reason: 'recovered',
    particulars: { type: 'gap', from, to },
  })
  const numbers = await insertAlerts(tx, [opened])
  const detail = { from, to }
  await writeTimeline(
    tx,
    [
      { alert: opened, type: 'fire', reason: null, detail },
      { alert: opened, type: 'close', reason: 'recovered' },
    ],
    to,
  )
  const { frequencyMinutes } = policy.settings[level]
  const { id, department_id: department } = opened
  await tx`insert into gap_search (alert_id, gap_from, gap_to) values (${id}, ${from}, ${to})`
  const news = { alert: id, kind: 'firing', department, note: null, closeReason: null } as const
  const number = numbers.get(id)
  if (number === undefined) throw new Error('An alert was opened without a number.')
  await tell(tx, [{ news, alert: opened, number, project: null, frequencyMinutes }], to, consoleUrl)
  await publishFrom(tx, ['alerts', 'deliver', 'deliveries'])
}

/**
 * Before projects are judged: has it been longer than allowed since they last were? Then the gap is
 * recorded, told once, and counts as over, so that two workers that start together record one gap.
 */
export async function noteEvaluationGap(
  db: Database,
  consoleUrl: string,
): Promise<EvaluationGap | null> {
  const [last] = await db.sql<{ old: boolean }[]>`
    select succeeded_at < now() - interval '5 seconds' as old from cycle_run where name = 'evaluate'`
  if (!last?.old) return null
  return db.sql.begin(async (tx) => {
    const policy = await readPolicyInForce(tx)
    const allowed = seconds(policy.parameters.evaluationGapSeconds)
    const [run] = await tx<{ from: Instant | null }[]>`
      select succeeded_at as "from" from cycle_run where name = 'evaluate' for update`
    if (!run || run.from === null || plus(run.from, allowed) >= policy.now) return null
    const gap = { from: run.from, to: policy.now }
    await record(tx, gap, policy, consoleUrl)
    await tx`update cycle_run set succeeded_at = ${policy.now} where name = 'evaluate'`
    return gap
  })
}
