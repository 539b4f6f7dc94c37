import { expect, it } from 'vitest'
import type { DepartmentId, SilenceId } from '../ids.ts'
import { at } from '../testing/index.ts'
import { heldThroughout, type RememberedSilence } from './held-throughout.ts'
import { everything } from './scope.fixture.ts'

const subject = {
  event: 'sync_delay',
  level: 'high',
  project: null,
  department: 'pay' as DepartmentId,
  tags: [],
} as const

const aSilence = (
  name: string,
  [from, until]: readonly [number, number],
  changes: Partial<RememberedSilence> = {},
): RememberedSilence => ({
  id: name as SilenceId,
  kind: 'silence',
  name,
  scope: everything,
  schedule: { type: 'once', from: at(from), until: at(until), daily: null },
  madeAt: at(0),
  endedAt: null,
  ...changes,
})

const heldIn = (remembered: readonly RememberedSilence[], from: number, until: number) =>
  heldThroughout(subject, remembered, { from: at(from), until: at(until) })?.detail.name ?? null

it.each([
  ['within a silence it stays quiet', [aSilence('night', [100, 200])], 'night'],
  ['it outlives its silence', [aSilence('night', [100, 170])], null],
  ['it began before the silence', [aSilence('night', [151, 300])], null],
  [
    'one silence hands it to the next',
    [aSilence('night', [100, 170]), aSilence('move', [170, 200])],
    'night',
  ],
  [
    'a gap between silences lets it through',
    [aSilence('a', [100, 160]), aSilence('b', [161, 200])],
    null,
  ],
  [
    'somebody ended the silence before',
    [aSilence('night', [100, 200], { endedAt: at(140) })],
    null,
  ],
  ['the silence was made afterwards', [aSilence('night', [100, 200], { madeAt: at(500) })], null],
  [
    'the silence is about something else',
    [aSilence('night', [100, 200], { scope: { ...aSilence('', [0, 1]).scope, levels: ['low'] } })],
    null,
  ],
])('an alert from 150 s to 180 s: %s', (_, remembered, held) => {
  expect(heldIn(remembered, 150, 180)).toBe(held)
})
