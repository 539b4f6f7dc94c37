'use client'

import type { ClaimRuleItem, DepartmentItem } from '@highwater/db/queries'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
import { IconButton } from '~/ui/icon-button.tsx'
import type { ProviderOption } from './provider-option.ts'
import { RuleForm } from './rule-form.tsx'

interface EditRuleDialogProps {
  readonly rule: ClaimRuleItem
  readonly place: number
  readonly version: number
  readonly providers: readonly ProviderOption[]
  readonly departments: readonly DepartmentItem[]
}

export function EditRuleDialog(props: EditRuleDialogProps) {
  const t = useTranslations('signInSettings.rules')
  const [open, setOpen] = useState(false)
  const number = props.place + 1
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <IconButton label={t('edit', { number })}>
          <Pencil aria-hidden />
        </IconButton>
      </DialogTrigger>
      <DialogContent title={t('editTitle', { number })} size="lg">
        <RuleForm {...props} onSaved={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}
