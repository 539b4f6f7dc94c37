'use client'

import type { ReactNode } from 'react'
import type { SavePreference } from './keep-preference.ts'
import { usePreference } from './use-preference.ts'

interface PreferenceFormProps {
  readonly save: SavePreference
  readonly children: ReactNode
}

/** A form that saves how the reader likes the page; it posts by itself before scripts have loaded. */
export function PreferenceForm({ save, children }: PreferenceFormProps) {
  const keep = usePreference(save)
  return (
    <form
      action={save}
      onSubmit={(event) => {
        event.preventDefault()
        keep(new FormData(event.currentTarget))
      }}
    >
      {children}
    </form>
  )
}
