import type { ProtectionLevelSettings } from '@highwater/core/policy'
import { useTranslations } from 'next-intl'
import { Button } from '~/ui/button.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { Dialog, DialogContent } from '~/ui/dialog.tsx'
import { levelChanges } from './level-changes.ts'
import { pathOf } from './level-fields.ts'
import { useLevelWords } from './level-words.ts'

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
  const words = useLevelWords()
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
          <DataTable caption={t('title')} density="dense">
            <TableHead>
              <HeadingCell>{t('field')}</HeadingCell>
              <HeadingCell>{t('theirs')}</HeadingCell>
              <HeadingCell>{t('yours')}</HeadingCell>
            </TableHead>
            <tbody>
              {changes.map(({ field, before, after }) => (
                <Row key={pathOf(field)}>
                  <Cell>{words.name(field)}</Cell>
                  <Cell>{words.value(field, before)}</Cell>
                  <Cell className="font-medium">{words.value(field, after)}</Cell>
                </Row>
              ))}
            </tbody>
          </DataTable>
        )}
      </DialogContent>
    </Dialog>
  )
}
