'use client'

import { Check, Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { IconButton } from './icon-button.tsx'

interface CopyButtonProps {
  readonly text: string
  /** What is copied, such as "Ping address". */
  readonly subject: string
}

export function CopyButton({ text, subject }: CopyButtonProps) {
  const t = useTranslations('common.copy')
  const [state, setState] = useState<'idle' | 'copied' | 'refused'>('idle')
  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), 2_000)
    return () => clearTimeout(timer)
  }, [state])
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setState('copied'),
      () => setState('refused'),
    )
  return (
    <>
      <IconButton label={t('action', { subject })} onClick={copy} data-print="hide">
        {state === 'copied' ? <Check aria-hidden className="text-quiet" /> : <Copy aria-hidden />}
      </IconButton>
      <span role="status" className="sr-only">
        {state === 'idle' ? '' : t(state)}
      </span>
    </>
  )
}
