import { expect, it } from 'vitest'
import { defaultParameters } from '../parameters/index.ts'
import { at } from '../testing/index.ts'
import { recoveryEndBy } from './recovery-end.ts'

it('A flapping thing, too, must be good for the stable time of the new parameters', () => {
  const of = { event: 'source_down', isOfProject: false, recoveringSince: at(0), interval: null }
  const parameters = { ...defaultParameters, flapStableMinutes: 10 }
  expect(recoveryEndBy({ ...of, event: 'host_down', flappingSince: null }, parameters)).toBe(at(60))
  expect(recoveryEndBy({ ...of, event: 'source_down', flappingSince: at(0) }, parameters)).toBe(
    at(600),
  )
})
