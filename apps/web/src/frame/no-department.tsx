'use client'

import { Building2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EmptyState } from '~/ui/empty-state.tsx'
import { useViewer } from './viewer.tsx'

/**
 * Tells somebody who belongs to no department why they see nothing, and whom to ask; to everybody else
 * an empty list says what it always says.
 */
export function UnlessNoDepartment({ children }: { readonly children: ReactNode }) {
  const t = useTranslations('frame.noDepartment')
  const { actor, account } = useViewer()
  const seesNothing =
    actor.type === 'user' && actor.role === 'user' && actor.departments.length === 0
  if (!seesNothing) return children
  return (
    <EmptyState icon={Building2} title={t('title')}>
      {t('text', { account })}
    </EmptyState>
  )
}
