'use client'

import { LogIn, X } from 'lucide-react'
import { usePathname, useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { Toast as Primitive } from 'radix-ui'
import { useEffect, useState } from 'react'
import { IconButton } from '~/ui/icon-button.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { signInAddress } from './sign-in-address.ts'

/** Whoever signs out on this very page is led away within this time, and needs not be told. */
const leavingMs = 1_000

/**
 * Says that the session is over, and where one signs in again. It stands beside the page and leaves it
 * alone, for something may be half typed; as a toast it can be reached past an open dialog too. The
 * frame leaves room for it, so that the end of a page can be scrolled out from under it.
 */
export function SessionEnded() {
  const t = useTranslations('frame.sessionEnded')
  const close = useTranslations('common')('close')
  const path = usePathname()
  const search = useSearchParams()
  const [isShown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), leavingMs)
    return () => clearTimeout(timer)
  }, [])
  const here = search.size === 0 ? path : `${path}?${search}`
  return (
    <Primitive.Root
      data-session-ended
      type="foreground"
      duration={Number.POSITIVE_INFINITY}
      open={isShown}
      onOpenChange={setShown}
      className="pointer-events-auto flex items-start gap-2.5 rounded-lg border border-amber-line bg-raised py-2.5 pr-2 pl-3 text-sm shadow-float"
    >
      <LogIn aria-hidden className="mt-0.5 size-4 shrink-0 text-amber" />
      <div className="min-w-0 flex-1">
        <Primitive.Title className="font-semibold">{t('title')}</Primitive.Title>
        <Primitive.Description className="mt-0.5 text-ink-muted">
          {t('explanation')}
        </Primitive.Description>
        <TextLink href={signInAddress(here)} className="mt-1.5 inline-block font-medium">
          {t('signIn')}
        </TextLink>
      </div>
      <Primitive.Close asChild>
        <IconButton label={close} className="-mt-1">
          <X aria-hidden />
        </IconButton>
      </Primitive.Close>
    </Primitive.Root>
  )
}
