'use client'

import {
  defaultProtectionLevelSettings,
  type GuardedLevel,
  type ProtectionLevelSettings,
} from '@highwater/core/policy'
import { projectKinds } from '@highwater/core/project'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { PreviewPanel } from '~/features/backtest/preview-panel.tsx'
import type { FormAction } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { useToast } from '~/ui/toast.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { levelChanges } from './level-changes.ts'
import { contestedPaths, levelFaults } from './level-faults.ts'
import { type LevelsFormState, untouchedLevels } from './levels-form-state.ts'
import { levelsFromForm } from './levels-from-form.ts'
import { LevelsGrid } from './levels-grid.tsx'
import { SaveSummary } from './save-summary.tsx'

interface LevelsFormProps {
  readonly action: FormAction<LevelsFormState>
  readonly settings: ProtectionLevelSettings
  readonly version: number
  /** How many projects live at each level. */
  readonly projects: Readonly<Record<GuardedLevel, number>>
}

/** The thresholds of all levels in one form, judged while typing by the server's own schema. */
export function LevelsForm({ action, settings, version, projects }: LevelsFormProps) {
  const t = useTranslations('settings')
  const toast = useToast()
  const form = useRef<HTMLFormElement>(null)
  const [start, setStart] = useState({ settings, key: 0 })
  const [typed, setTyped] = useState(settings)
  const [base, setBase] = useState({ settings, version })
  const [conflict, setConflict] = useState<LevelsFormState['saved']>(null)
  const { state, pending, formProps } = useServerForm(action, untouchedLevels, (answer) => {
    setConflict(answer.saved)
    if (answer.outcome !== 'done' || answer.version === null) return
    setBase({ settings: typed, version: answer.version })
    toast({ title: t('save.done', { version: answer.version }) })
  })
  const fill = (values: ProtectionLevelSettings) => {
    setStart(({ key }) => ({ settings: values, key: key + 1 }))
    setTyped(values)
  }
  const faults = levelFaults(typed)
  const changes = levelChanges(base.settings, typed)
  const grid = {
    settings: state.posted ?? start.settings,
    faults,
    contested: contestedPaths(faults),
  }
  const hasOverrides = Object.values(start.settings).some((level) => level.overrides !== undefined)
  return (
    <form
      ref={form}
      {...formProps}
      noValidate
      onChange={(event) => setTyped(levelsFromForm(new FormData(event.currentTarget)))}
      className="flex flex-col gap-4"
    >
      <input type="hidden" name="version" value={base.version} />
      {state.error === null || conflict !== null ? null : (
        <Notice tone="error">{state.error}</Notice>
      )}
      <Panel key={start.key}>
        <LevelsGrid kind={null} {...grid} />
        <details open={hasOverrides} className="mt-6 border-line border-t pt-3">
          <summary className="w-fit rounded-sm font-medium text-sm tap">
            {t('overrides.title')}
          </summary>
          <p className="mt-1 text-ink-faint text-xs">{t('overrides.text')}</p>
          {projectKinds.map((kind) => (
            <fieldset key={kind} className="mt-4 min-w-0">
              <legend className="mb-2 font-semibold text-sm">{t(`overrides.${kind}`)}</legend>
              <LevelsGrid kind={kind} {...grid} />
            </fieldset>
          ))}
        </details>
      </Panel>
      {changes.length > 0 && faults.size === 0 ? (
        <PreviewPanel proposal={{ of: 'settings', settings: typed, version: base.version }} />
      ) : null}
      <SaveSummary
        changes={changes}
        faults={faults.size}
        nextVersion={base.version + 1}
        projects={projects}
        pending={pending}
      >
        <Button tone="ghost" onClick={() => fill(defaultProtectionLevelSettings)}>
          {t('save.reset')}
        </Button>
        <Button onClick={() => fill(base.settings)}>{t('save.discard')}</Button>
      </SaveSummary>
      {conflict === null ? null : (
        <ConflictDialog
          saved={conflict.settings}
          version={conflict.version}
          mine={typed}
          onClose={() => setConflict(null)}
          onTakeTheirs={() => {
            setBase(conflict)
            fill(conflict.settings)
            setConflict(null)
          }}
          onSaveMine={() => {
            setBase(conflict)
            setConflict(null)
            requestAnimationFrame(() => form.current?.requestSubmit())
          }}
        />
      )}
    </form>
  )
}
