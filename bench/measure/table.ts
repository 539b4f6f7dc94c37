import type { Goal, JudgedFinding, Unit } from './finding.ts'
import type { Spread } from './statistics.ts'

function shortNumber(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en')
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}

const withUnit = (text: string, unit: Unit): string =>
  unit === '/s' ? `${text}/s` : `${text} ${unit}`

const spreadText = ({ median, lowest, highest }: Spread): string =>
  `${shortNumber(median)} [${shortNumber(lowest)}–${shortNumber(highest)}]`

function goalText(goal: Goal, unit: Unit): string {
  const [sign, value] =
    'atMost' in goal
      ? ['≤', goal.atMost]
      : 'below' in goal
        ? ['<', goal.below]
        : ['≥', goal.atLeast]
  return goal.of === 'ratio' ? `ratio ${sign} ${value}` : `${sign} ${withUnit(`${value}`, unit)}`
}

function cellsOf(finding: JudgedFinding): string[] {
  const { what, unit, spread, limit, limitSpread, ratio, goal, reached } = finding
  return [
    what,
    withUnit(spreadText(spread), unit),
    limitSpread && limit ? `${withUnit(spreadText(limitSpread), unit)}, ${limit.what}` : '–',
    ratio ? spreadText(ratio) : '–',
    goal ? goalText(goal, unit) : '–',
    reached === null ? '' : reached ? 'reached' : 'MISSED',
  ]
}

const heading = ['figure', 'ours', "the machine's limit", 'ratio', 'goal', '']

/** Medians with lowest–highest, as a table for a terminal. */
export function findingsTable(findings: readonly JudgedFinding[]): string {
  const rows = [heading, ...findings.map(cellsOf)]
  const widths = heading.map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return lines.join('\n')
}
