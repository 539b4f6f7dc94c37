'use client'

import type { UserItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ActionForm } from '~/forms/action-form.tsx'
import { Button } from '~/ui/button.tsx'
import { switchUser } from './access-actions.ts'

/** Lets somebody in no more, or again. */
export function UserSwitch({ user: { id, disabled } }: { readonly user: UserItem }) {
  const t = useTranslations('access.users')
  return (
    <ActionForm
      action={switchUser}
      values={{ user: id, disabled: disabled ? 'no' : 'yes' }}
      done={disabled ? t('enabled') : t('disabled')}
    >
      <Button type="submit">{disabled ? t('enable') : t('disable')}</Button>
    </ActionForm>
  )
}
