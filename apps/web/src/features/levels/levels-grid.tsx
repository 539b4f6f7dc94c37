import { guardedLevels, type ProtectionLevelSettings } from '@highwater/core/policy'
import type { ProjectKind } from '@highwater/core/project'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { LevelShield } from '~/ui/level-shield.tsx'
import type { LevelFault } from './level-faults.ts'
import { type LevelField, pathOf, thresholdFields } from './level-fields.ts'
import { LevelInput } from './level-input.tsx'

interface LevelsGridProps {
  readonly kind: ProjectKind | null
  readonly settings: ProtectionLevelSettings
  readonly faults: ReadonlyMap<string, LevelFault>
  readonly contested: ReadonlySet<string>
}

const rowsOf = (kind: ProjectKind | null): readonly LevelField['name'][] =>
  kind === null ? [...thresholdFields, 'frequencyMinutes'] : thresholdFields

const texts = {
  latencySeconds: ['row.latency', 'row.latencyHelp'],
  interruptionSeconds: ['row.interruption', 'row.interruptionHelp'],
  frequencyMinutes: ['row.frequency', 'row.frequencyHelp'],
} as const

/** Three levels side by side; on a phone, one value of all three levels after the other. */
export function LevelsGrid({ kind, settings, faults, contested }: LevelsGridProps) {
  const t = useTranslations('settings')
  return (
    <div className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-3 md:grid-cols-[minmax(9rem,15rem)_repeat(3,minmax(0,1fr))] md:gap-y-5">
      <span className="hidden md:block" />
      {guardedLevels.map((level) => (
        <span key={level} className="hidden font-medium md:block">
          <LevelShield level={level} />
        </span>
      ))}
      {rowsOf(kind).map((name) => (
        <Fragment key={name}>
          <div className="max-md:col-span-2 max-md:not-first:mt-2">
            <p className="font-medium text-sm md:pt-1.5">{t(texts[name][0])}</p>
            <p className="text-ink-faint text-xs">{t(texts[name][1])}</p>
          </div>
          {guardedLevels.map((level) => {
            const field = { level, kind, name }
            return (
              <Fragment key={level}>
                <span className="pt-1.5 md:hidden">
                  <LevelShield level={level} />
                </span>
                <LevelInput
                  field={field}
                  settings={settings}
                  fault={faults.get(pathOf(field))}
                  contested={contested.has(pathOf(field))}
                />
              </Fragment>
            )
          })}
        </Fragment>
      ))}
    </div>
  )
}
