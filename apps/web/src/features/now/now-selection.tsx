'use client'

import type { NowAlert } from '@highwater/db/queries'
import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRefusal } from '~/frame/viewer.tsx'
import { Button } from '~/ui/button.tsx'
import { SelectionBar } from '~/ui/selection-bar.tsx'

interface NowSelectionProps {
  readonly chosen: readonly NowAlert[]
  readonly onAcknowledge: () => void
  readonly onClear: () => void
}

/** What can be done with the chosen alerts together. */
export function NowSelection({ chosen, onAcknowledge, onClear }: NowSelectionProps) {
  const t = useTranslations('now')
  const refusal = useRefusal()
  const open = chosen.filter(({ isAcknowledged }) => !isAcknowledged)
  const refused = open
    .map(({ department, owner }) => refusal('alert.acknowledge', { department, owner }))
    .find((reason) => reason !== null)
  return (
    <SelectionBar count={chosen.length} note={refused ?? null} onClear={onClear}>
      <Button
        size="sm"
        tone="primary"
        disabled={open.length === 0 || refused !== undefined}
        onClick={onAcknowledge}
      >
        <Check aria-hidden />
        {t('acknowledge')}
      </Button>
    </SelectionBar>
  )
}
