'use client'

import { startTransition } from 'react'
import { isUnreached } from '~/forms/is-unreached.ts'

export type SavePreference = (form: FormData) => Promise<void>

/**
 * Saves how the reader likes the page. When no answer comes it holds for this page alone, or not at all:
 * the page stays, and what is typed in it.
 * @param onUnreached says so; left out where nobody has asked for it
 */
export function keepPreference(
  save: SavePreference,
  form: FormData,
  onUnreached: () => void = () => {},
): void {
  startTransition(async () => {
    try {
      await save(form)
    } catch (error) {
      if (!isUnreached(error)) throw error
      onUnreached()
    }
  })
}
