'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { saidParameter, sayings } from '~/forms/said.ts'
import { useToast } from '~/ui/toast.tsx'

/** Says once what the action did that led to this page. */
export function SaidToast() {
  const t = useTranslations('common.said')
  const toast = useToast()
  const path = usePathname()
  const search = useSearchParams()
  useEffect(() => {
    const said = sayings.find((known) => known === search.get(saidParameter))
    if (said === undefined) return
    const rest = new URLSearchParams(search)
    rest.delete(saidParameter)
    window.history.replaceState(null, '', rest.size === 0 ? path : `${path}?${rest}`)
    toast({ title: t(said) })
  }, [path, search, t, toast])
  return null
}
