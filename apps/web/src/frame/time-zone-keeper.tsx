'use client'

import { useTimeZone } from 'next-intl'
import { useEffect } from 'react'
import { keepPreference } from '~/preferences/keep-preference.ts'
import { saveTimeZone } from '~/preferences/save-preference.ts'

/** Tells the server the reader's time zone once; the page is then shown anew in their times. */
export function TimeZoneKeeper() {
  const shown = useTimeZone()
  useEffect(() => {
    const own = new Intl.DateTimeFormat().resolvedOptions().timeZone
    if (own === shown) return
    const form = new FormData()
    form.set('zone', own)
    keepPreference(saveTimeZone, form)
  }, [shown])
  return null
}
