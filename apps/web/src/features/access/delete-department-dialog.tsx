'use client'

import type { DepartmentItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ConfirmDialog } from '~/forms/confirm-dialog.tsx'
import { DeleteButton } from '~/forms/delete-button.tsx'
import { deleteDepartment } from './access-actions.ts'

type Named = Pick<DepartmentItem, 'id' | 'name'>

/** Asks before a department goes, and says so when something is left in it. */
export function DeleteDepartmentDialog({ id, name }: Named) {
  const t = useTranslations('access.departments.delete')
  return (
    <ConfirmDialog
      action={deleteDepartment}
      values={{ department: id }}
      label={t('action')}
      title={t('title', { name })}
      refused={t('refused')}
      trigger={<DeleteButton tone="danger">{t('action')}</DeleteButton>}
    >
      {t('text')}
    </ConfirmDialog>
  )
}
