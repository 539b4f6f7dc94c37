import { median, type Spread, spreadOf } from './statistics.ts'

export type Unit = 'ms' | '/s' | 'MB'

/** What a figure, or its ratio to the machine's limit, is meant to reach. */
export type Goal =
  | { readonly of: 'figure' | 'ratio'; readonly atMost: number }
  | { readonly of: 'figure' | 'ratio'; readonly below: number }
  | { readonly of: 'figure' | 'ratio'; readonly atLeast: number }

/** One line of a bench's report: a figure per round, beside what the machine gave in the same round. */
export interface Finding {
  readonly what: string
  readonly unit: Unit
  readonly figures: readonly number[]
  readonly limit?: { readonly what: string; readonly figures: readonly number[] }
  readonly goal?: Goal
}

export interface JudgedFinding extends Finding {
  readonly spread: Spread
  readonly limitSpread: Spread | null
  /** Of each round's figure to the limit of the same round. */
  readonly ratio: Spread | null
  readonly reached: boolean | null
}

function ratiosOf({ figures, limit }: Finding): number[] | null {
  if (limit === undefined) return null
  return figures.flatMap((figure, round) => {
    const bound = limit.figures[round]
    return bound === undefined || bound === 0 ? [] : [figure / bound]
  })
}

function isReached(goal: Goal, value: number): boolean {
  if ('atMost' in goal) return value <= goal.atMost
  if ('below' in goal) return value < goal.below
  return value >= goal.atLeast
}

export function judgeFinding(finding: Finding): JudgedFinding {
  const { figures, limit, goal } = finding
  const ratios = ratiosOf(finding)
  const judged = goal?.of === 'ratio' ? ratios : figures
  return {
    ...finding,
    spread: spreadOf(figures),
    limitSpread: limit ? spreadOf(limit.figures) : null,
    ratio: ratios === null || ratios.length === 0 ? null : spreadOf(ratios),
    reached: !goal || !judged || judged.length === 0 ? null : isReached(goal, median(judged)),
  }
}
