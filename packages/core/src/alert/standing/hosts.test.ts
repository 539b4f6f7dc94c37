import { expect, it } from 'vitest'
import { defaultParameters } from '../../parameters/index.ts'
import { figuresOver, hostRulesOf } from './hosts.ts'

const over = (cpu: number, hostCpuPercent = 85) =>
  figuresOver(
    { cpu, memory: null, disk: 0.1 },
    hostRulesOf({ ...defaultParameters, hostCpuPercent }),
  ).map(({ percent, limit }) => `${percent} of ${limit}`)

it('tells of a host what is over a limit, and never as much as the limit itself', () => {
  expect(over(0.85)).toEqual([])
  expect(over(0.8501)).toEqual(['86 of 85'])
  expect(over(0.852)).toEqual(['86 of 85'])
  expect(over(0.934)).toEqual(['93 of 85'])
  expect(over(1, 99)).toEqual(['100 of 99'])
})

it('takes a figure that is equal to its limit for equal, whichever it is', () => {
  for (let percent = 1; percent <= 100; percent += 1)
    expect(over(percent / 100, percent)).toEqual([])
})
