'use client'

import type { LevelRuleItem } from '@highwater/db/queries'
import { Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Dialog, DialogContent, DialogTrigger } from '~/ui/dialog.tsx'
import { IconButton } from '~/ui/icon-button.tsx'
import { RuleForm } from './rule-form.tsx'
import { useRuleScope } from './use-rule-scope.ts'

interface EditRuleDialogProps {
  readonly rule: LevelRuleItem
  readonly departments: readonly { readonly id: string; readonly name: string }[]
}

export function EditRuleDialog({ rule, departments }: EditRuleDialogProps) {
  const t = useTranslations('levelRules')
  const scopeOf = useRuleScope()
  const [open, setOpen] = useState(false)
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <IconButton label={t('editOf', { scope: scopeOf(rule) })}>
          <Pencil aria-hidden />
        </IconButton>
      </DialogTrigger>
      <DialogContent title={t('editTitle')} size="lg">
        <RuleForm rule={rule} departments={departments} onSaved={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}
