import type { TransactionSql } from '../../client/connect.ts'

/** What the signals of each project said of its state, from a table of `minuteFigures`. */
export const saidByProject = (tx: TransactionSql, figures: string) => tx`
  select project_id, min(least_state) as least_state, max(greatest_state) as greatest_state,
    min(least_step) as least_step, max(greatest_step) as greatest_step,
    bool_or(has_bare) as has_bare, bool_or(has_bare_step) as has_bare_step,
    sum(latencies) > 0 as has_latency
  from ${tx(figures)} group by project_id`

/** The last change `known` of the project of the row `said`, to be joined laterally. */
export const lastKnownState = (tx: TransactionSql) => tx`
  select state, step, incremental, interrupted_since, paused_since, resumed_at
  from state_change c where c.project_id = said.project_id
  order by c.received_at desc, c.observed_at desc limit 1`

/**
 * Whether the signals `said` may have changed what was `known`; false only where they cannot. A bare
 * latency means a running incremental step, and a step without one is incremental by its name.
 */
export const mayHaveTurned = (tx: TransactionSql) => tx`(
  known.state is null
  or least_state <> greatest_state or least_state <> known.state
  or least_step <> greatest_step or least_step is not null and least_step is distinct from known.step
  or has_bare and known.state not in ('running', 'monitoring')
  or has_latency and not known.incremental
  or has_bare_step and known.incremental
  or known.state = 'monitoring' and not known.incremental)`
