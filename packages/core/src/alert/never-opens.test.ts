import { expect, it } from 'vitest'
import { protectionLevels } from '../policy/level.ts'
import { projectStates } from '../project/state.ts'
import { anObservation, aProject, at } from '../testing/index.ts'
import { evaluate } from './evaluate.ts'
import { conditions } from './event.ts'
import { neverOpens } from './never-opens.ts'

it('says why no alert of a condition can open exactly where the rules find it out of the question', () => {
  for (const state of projectStates) {
    for (const level of protectionLevels) {
      for (const isWatched of [true, false]) {
        const { thresholds, ...rest } = aProject({ level, isWatched })
        const observation = anObservation({ state, pausedSince: at(-1), interruptedSince: at(-1) })
        const ofLevel = level === 'none' ? null : thresholds
        const { findings } = evaluate({ ...rest, thresholds: ofLevel, observation }, at(0))
        for (const condition of conditions) {
          const finding = findings[condition]
          const expected = finding.is === 'inapplicable' ? finding.reason : null
          expect(neverOpens(condition, { level, isWatched, state })).toBe(expected)
        }
      }
    }
  }
})
