import type { ProjectState } from '@highwater/core/project'
import type { LatencyHistory } from '@highwater/db/queries'
import type { StateSpan } from '~/chart/state-band.tsx'
import type { Meaning } from '~/ui/meaning.ts'
import { dismissedSpans } from './dismissed-spans.ts'

/** Of two meanings at one moment the earlier one of this list is drawn. */
const strongestFirst: readonly Meaning[] = [
  'firing',
  'dismissed',
  'pending',
  'recovering',
  'unknown',
  'quiet',
]

const meaningOfState: Readonly<Record<ProjectState, Meaning>> = {
  running: 'quiet',
  monitoring: 'quiet',
  interrupted: 'pending',
  failed: 'pending',
  paused: 'unknown',
  finished: 'unknown',
  released: 'unknown',
  unknown: 'unknown',
}

type History = Pick<LatencyHistory, 'from' | 'to' | 'samples' | 'states' | 'alerts' | 'thresholds'>

function alertSpans({ to, alerts }: History): StateSpan[] {
  return alerts.flatMap(({ openedAt, since, firedAt, recoveringSince, closedAt }) => {
    const end = closedAt ?? to
    const calmAt = recoveringSince ?? end
    const spans: StateSpan[] = [{ from: since, to: firedAt ?? end, meaning: 'pending' }]
    if (firedAt !== null) spans.push({ from: firedAt, to: calmAt, meaning: 'firing' })
    if (recoveringSince !== null) spans.push({ from: calmAt, to: end, meaning: 'recovering' })
    return openedAt > to ? [] : spans
  })
}

function projectSpans({ to, samples, states }: History): StateSpan[] {
  const first = samples.find(({ seconds }) => seconds !== null)
  const heard: StateSpan[] = first === undefined ? [] : [{ from: first.at, to, meaning: 'quiet' }]
  const stated = states.map(({ at, state }, index) => ({
    from: at,
    to: states[index + 1]?.at ?? to,
    meaning: meaningOfState[state],
  }))
  return [...heard, ...stated]
}

/** What the project and its alerts were at each moment of the range, without overlaps. */
export function stateSpans(history: History): StateSpan[] {
  const { from, to } = history
  const whole: StateSpan = { from, to, meaning: 'unknown' }
  const stated = projectSpans(history)
  const layers = [...alertSpans(history), ...dismissedSpans(history), ...stated].filter(
    (span) => span.to > span.from,
  )
  const moments = [whole, ...layers]
    .flatMap((span) => [span.from, span.to])
    .filter((at) => at >= from && at <= to)
  const cuts = [...new Set(moments)].sort((left, right) => left - right)
  const spans: StateSpan[] = []
  for (const [index, start] of cuts.entries()) {
    const end = cuts[index + 1]
    if (end === undefined) break
    const present = layers.filter((span) => span.from <= start && span.to >= end)
    const meaning =
      strongestFirst.find((candidate) => present.some((span) => span.meaning === candidate)) ??
      'unknown'
    const last = spans.at(-1)
    if (last?.meaning === meaning) spans[spans.length - 1] = { ...last, to: end }
    else spans.push({ from: start, to: end, meaning })
  }
  return spans
}
