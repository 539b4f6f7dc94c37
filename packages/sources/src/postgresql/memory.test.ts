import { describe, expect, test } from 'vitest'
import { type Lsn, parseLsn } from './lsn.ts'
import { addMark, type Mark, provenUpTo, prune, recall } from './memory.ts'

const mark = (at: number, lsn: string): Mark => ({ at, lsn })
const lsn = (text: string): Lsn => parseLsn(text)

describe('Marks of the log', () => {
  test('prove the latest moment up to which everything is applied', () => {
    const marks = [mark(1_000, '0/10'), mark(2_000, '0/20'), mark(3_000, '0/30')]
    expect(provenUpTo(marks, lsn('0/F'))).toBeNull()
    expect(provenUpTo(marks, lsn('0/10'))).toBe(1_000)
    expect(provenUpTo(marks, lsn('0/2F'))).toBe(2_000)
    expect(provenUpTo(marks, lsn('1/0'))).toBe(3_000)
  })

  test('of an idle log move their time forward instead of piling up', () => {
    const marks = addMark([mark(1_000, '0/10'), mark(2_000, '0/20')], mark(3_000, '0/20'))
    expect(marks).toEqual([mark(1_000, '0/10'), mark(3_000, '0/20')])
  })

  test('are forgotten when the log went backwards, as after a restore', () => {
    expect(addMark([mark(1_000, '0/20')], mark(2_000, '0/10'))).toEqual([mark(2_000, '0/10')])
  })

  test('are forgotten when the clock of the server went backwards past them', () => {
    expect(addMark([mark(5_000, '0/10')], mark(2_000, '0/20'))).toEqual([mark(2_000, '0/20')])
  })

  test('that no replica needs any more are dropped', () => {
    const marks = [mark(1_000, '0/10'), mark(2_000, '0/20'), mark(3_000, '0/30')]
    expect(prune(marks, lsn('0/25'), 3_000)).toEqual(marks.slice(1))
    expect(prune(marks, null, 3_000)).toEqual(marks)
  })

  test('of a replica stuck for a month stay few, and the one that proves its lag stays', () => {
    const day = 86_400_000
    let marks: Mark[] = []
    let position = 0x100
    for (let at = 0; at <= 30 * day; at += 600_000) {
      position += 1
      marks = prune(addMark(marks, mark(at, `0/${position.toString(16)}`)), lsn('0/101'), at)
    }
    expect(marks.length).toBeLessThan(700)
    expect(provenUpTo(marks, lsn('0/101'))).toBe(0)
    const halfway = lsn(`0/${(0x101 + 15 * 144).toString(16)}`)
    const proven = provenUpTo(marks, halfway) ?? Number.NaN
    expect(proven).toBeLessThanOrEqual(15 * day)
    expect(proven).toBeGreaterThan(15 * day - 15 * day * 0.05)
  })

  test('of another server, or unreadable ones, are not believed', () => {
    const stored = { system: '1', marks: [mark(1, '0/1')], replayed: null, errors: {} }
    expect(recall(stored, '1')).toEqual(stored)
    expect(recall(stored, '2').marks).toEqual([])
    expect(recall({ ...stored, marks: 'many' }, '1').marks).toEqual([])
  })
})
