'use client'

import { useActionState } from 'react'
import { isUnreached } from './is-unreached.ts'

interface FormAnswer<State> {
  readonly state: State
  readonly isPending: boolean
  /** For the attribute `action`: posts the form by itself before scripts have loaded. */
  readonly postBack: (form: FormData) => void
  readonly submit: (form: FormData) => void
}

/**
 * `useActionState` for a form that stays with what was typed when no answer comes, because the server
 * is away or a proxy answers in its place: the page would give way to that of an error.
 */
export function useFormAnswer<State extends object>(
  action: (before: State, form: FormData) => Promise<State>,
  initial: Awaited<State>,
  unreached: (before: State) => State,
): FormAnswer<Awaited<State>> {
  // Only the action itself can be posted without scripts; what it answered is where the page begins.
  const [posted, postBack] = useActionState<State, FormData>(action, initial)
  const [state, submit, isPending] = useActionState<State, FormData>(async (before, form) => {
    try {
      return await action(before, form)
    } catch (error) {
      if (!isUnreached(error)) throw error
      return unreached(before)
    }
  }, posted)
  return { state, isPending, postBack, submit }
}
