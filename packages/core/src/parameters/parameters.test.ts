import { describe, expect, it } from 'vitest'
import { locales } from '../locale.ts'
import { faultsOf } from '../parse-input.ts'
import { parameterOrderFaults } from './order.ts'
import { parameterPatch } from './schema.ts'
import { defaultParameters, parameterKeys, parametersFrom, parameterTable } from './table.ts'

const faults = (patch: unknown) => {
  const { error } = parameterPatch.safeParse(patch)
  return error ? faultsOf(error) : []
}

describe('the table of parameters', () => {
  it.each(parameterKeys)(
    '%s has a default that it allows itself, and words in every language',
    (key) => {
      const spec = parameterTable[key]
      expect(faults({ [key]: spec.default })).toEqual([])
      expect(faults({ [key]: spec.min - 1 })).toMatchObject([{ path: key }])
      expect(faults({ [key]: spec.max + 1 })).toMatchObject([{ path: key }])
      for (const locale of locales) {
        expect(spec.label[locale]).not.toBe('')
        expect(spec.meaning[locale]).not.toBe('')
      }
    },
  )

  it('has defaults that fit together', () => {
    expect(parameterOrderFaults(defaultParameters, parameterKeys)).toEqual([])
  })

  it('takes what was set over the default, and passes over keys that it does not know', () => {
    const parameters = parametersFrom({ pendingSeconds: 30, ofANewerVersion: 7 })
    expect(parameters).toEqual({ ...defaultParameters, pendingSeconds: 30 })
  })
})

describe('a patch', () => {
  it('names the range and the unit of what is out of range', () => {
    expect(faults({ clearRatio: 2, holdAtLeastSeconds: 3601, hostCpuPercent: 0 })).toEqual([
      { path: 'clearRatio', message: 'Use 0.1–1.' },
      { path: 'holdAtLeastSeconds', message: 'Use 0–3600 seconds.' },
      { path: 'hostCpuPercent', message: 'Use 1–100 %.' },
    ])
  })

  it('takes fractions of ratios only', () => {
    expect(faults({ clearRatio: 0.85 })).toEqual([])
    expect(faults({ pendingSeconds: 0.5 })).toMatchObject([{ path: 'pendingSeconds' }])
  })

  it('refuses a parameter that there is not', () => {
    expect(faults({ pendingMinutes: 1 })).toEqual([
      { path: 'pendingMinutes', message: 'There is no such field.' },
    ])
  })
})

describe('what must fit together', () => {
  const kept = parametersFrom({ rawSignalDays: 40 })

  it('is told at the parameter that was changed, with both values', () => {
    expect(parameterOrderFaults(kept, ['rawSignalDays'])).toEqual([
      {
        path: 'rawSignalDays',
        message: '40 days is more than minuteHistoryDays, which is 30 days.',
      },
    ])
    expect(parameterOrderFaults(kept, ['minuteHistoryDays'])).toEqual([
      {
        path: 'minuteHistoryDays',
        message: '30 days is less than rawSignalDays, which is 40 days.',
      },
    ])
  })

  it('may be equal', () => {
    expect(parameterOrderFaults(parametersFrom({ rawSignalDays: 30 }), ['rawSignalDays'])).toEqual(
      [],
    )
  })
})
