import { type DepartmentId, instant } from '@highwater/core'
import { expect, test } from 'vitest'
import { kindsOffIn } from './kinds-off.ts'

const home = 'home' as DepartmentId
const off = (kind: string, department: DepartmentId | null, note: string) => ({
  kind,
  department,
  departmentName: null,
  note,
  switchedOffAt: instant(0),
  switchedOffByName: 'admin',
})

test('a kind is off where every place is covered, and says why', () => {
  const switches = [off('slack', home, 'ours'), off('slack', null, 'all'), off('teams', home, 'no')]
  expect([...kindsOffIn(switches, [home])]).toEqual([
    ['slack', 'all'],
    ['teams', 'no'],
  ])
  expect([...kindsOffIn(switches, [null, home])]).toEqual([['slack', 'all']])
})
