import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { Dialog, DialogContent } from '~/ui/dialog.tsx'
import { ComparisonTable } from './comparison-table.tsx'
import { levelChanges } from './level-changes.ts'

interface ConflictDialogProps {
  readonly saved: ProtectionLevelSettings
  readonly version: number
  readonly mine: ProtectionLevelSettings
  readonly onTakeTheirs: () => void
  readonly onSaveMine: () => void
  readonly onClose: () => void
}

/** Somebody else saved first: both versions side by side, and the choice. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { saved, version, mine, onTakeTheirs, onSaveMine, onClose } = props
  const t = useTranslations('settings.conflict')
  const changes = levelChanges(saved, mine)
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        title={t('title')}
        description={t('text', { version })}
        size="lg"
        footer={
          <>
            <Button onClick={onTakeTheirs}>{t('takeTheirs')}</Button>
            <Button tone="primary" onClick={onSaveMine}>
              {t('saveMine')}
            </Button>
          </>
        }
      >
        {changes.length === 0 ? (
          <p>{t('same')}</p>
        ) : (
          <ComparisonTable
            caption={t('title')}
            changes={changes}
            before={t('theirs')}
            after={t('yours')}
          />
        )}
      </DialogContent>
    </Dialog>
  )
}
