import { expect, it } from 'vitest'
import { anObservation, anOpenAlert, aProject, at } from '../testing/index.ts'
import { seconds } from '../time.ts'
import { evaluate } from './evaluate.ts'
import { conditions } from './event.ts'

/** Stopped, far behind, yet moving, and with a clock of its own: everything that can be wrong. */
const observation = anObservation({
  state: 'failed',
  interruptedSince: at(-900),
  latency: { type: 'gauge', behind: seconds(900) },
  advancingSince: at(-900),
  advancedAt: at(-1),
  clockAhead: seconds(60),
  clockMarks: 31,
})

it('finds nothing of a project that nobody watches, whatever it does', () => {
  const { findings, transitions, dueAt } = evaluate(
    aProject({ observation, isWatched: false }),
    at(0),
  )
  for (const condition of conditions) {
    expect(findings[condition]).toMatchObject({ is: 'inapplicable', reason: 'not_watched' })
  }
  expect([transitions, dueAt]).toEqual([[], null])
})

it('closes what is open as paused', () => {
  const facts = aProject({ observation, isWatched: false, open: [anOpenAlert()] })
  expect(evaluate(facts, at(0)).transitions).toMatchObject([
    { type: 'close', reason: 'project_paused' },
  ])
})
