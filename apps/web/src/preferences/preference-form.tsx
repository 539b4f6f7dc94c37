'use client'

import type { ReactNode } from 'react'
import { keepPreference, type SavePreference } from './keep-preference.ts'

interface PreferenceFormProps {
  readonly save: SavePreference
  readonly children: ReactNode
}

/** A form that saves how the reader likes the page; it posts by itself before scripts have loaded. */
export function PreferenceForm({ save, children }: PreferenceFormProps) {
  return (
    <form
      action={save}
      onSubmit={(event) => {
        event.preventDefault()
        keepPreference(save, new FormData(event.currentTarget))
      }}
    >
      {children}
    </form>
  )
}
