'use client'

import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PreviewPanel } from '~/features/backtest/preview-panel.tsx'
import { ActionForm } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { Panel } from '~/ui/panel.tsx'
import { RefusedButton } from '~/ui/refused-button.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import type { LevelChange } from './level-changes.ts'
import { restoreVersion } from './version-actions.ts'

interface RestorePanelProps {
  readonly version: number
  readonly settings: ProtectionLevelSettings
  readonly inForce: number
  /** From what is in force to what would be. */
  readonly changes: readonly LevelChange[]
  /** Why the reader may not restore it; null when they may. */
  readonly refusal: string | null
}

/** What restoring a version would change, what that would do to alerts, and the button that does it. */
export function RestorePanel({ version, settings, inForce, changes, refusal }: RestorePanelProps) {
  const t = useTranslations('settings.version')
  const label = t('restore', { version })
  const button =
    refusal === null ? (
      <ActionForm
        action={restoreVersion}
        values={{ version: String(version), inForce: String(inForce) }}
      >
        <Button type="submit" tone="primary">
          <RotateCcw aria-hidden />
          {label}
        </Button>
      </ActionForm>
    ) : (
      <RefusedButton reason={refusal}>{label}</RefusedButton>
    )
  if (changes.length === 0) {
    return (
      <Panel title={t('compared', { version: inForce })}>
        <p className="text-ink-muted text-sm">{t('same')}</p>
      </Panel>
    )
  }
  return (
    <>
      <Panel
        title={t('compared', { version: inForce })}
        description={t('restoreText', { version: inForce + 1 })}
        actions={button}
        flush
      >
        <ComparisonTable
          caption={t('compared', { version: inForce })}
          changes={changes}
          before={t('ofVersion', { version: inForce })}
          after={t('ofVersion', { version })}
        />
      </Panel>
      {refusal === null ? (
        <PreviewPanel proposal={{ of: 'settings', settings, version: inForce }} />
      ) : null}
    </>
  )
}
