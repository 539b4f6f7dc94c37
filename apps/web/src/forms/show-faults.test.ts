import { describe, expect, it } from 'vitest'
import { untoldFaults } from './show-faults.ts'

const off = 'Channels of this kind are switched off.'

describe('faults that a form says nowhere', () => {
  it('are those of which no field has the words', () => {
    const said = [{ path: '', text: 'Fill this in.' }]
    expect(untoldFaults({ name: 'Fill this in.', kind: off }, said)).toEqual([off])
  })

  it('are none when a mark stands for the path, in words of its own', () => {
    expect(untoldFaults({ saveUntested: 'Test.' }, [{ path: 'saveUntested', text: '' }])).toEqual(
      [],
    )
  })

  it('are none for further entries of a list whose field says the first', () => {
    const faults = { 'config.to[0]': 'No address.', 'config.to[2]': 'Too long.' }
    expect(untoldFaults(faults, [{ path: '', text: 'No address.' }])).toEqual([])
  })

  it('are said once, though several paths have the same', () => {
    expect(untoldFaults({ 'config.a': off, 'config.b': off }, [])).toEqual([off])
  })
})
