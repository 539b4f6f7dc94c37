import { expect, it } from 'vitest'
import { start } from '../testing/index.ts'
import { plus, seconds } from '../time.ts'
import { putOff } from './put-off.ts'

const after = (length: number) => plus(start, seconds(length))
const look = { dueAt: after(14), until: after(60), interval: seconds(10) }

it('A look that would come before the next signal is put off to when it is needed', () => {
  expect(putOff(look, start)).toBe(after(60))
})

it.each([
  ['that lies behind the next signal', { ...look, dueAt: after(16) }],
  ['that is due already, as somebody may have asked for it,', { ...look, dueAt: start }],
  ['of a project whose interval is not known', { ...look, interval: null }],
  ['that is no later than it has to be', { ...look, until: after(14) }],
  ['that must come sooner', { ...look, until: after(5) }],
])('A look %s stays where it is', (_which, planned) => {
  expect(putOff(planned, start)).toBeNull()
})
