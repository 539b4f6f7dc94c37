'use client'

import { useTranslations } from 'next-intl'
import {
  type ComponentProps,
  startTransition,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { FormAction, FormState } from './form-state.ts'
import { keepFocus } from './keep-focus.ts'
import { faultsSaid, showFirstFault, untoldFaults } from './show-faults.ts'
import { useFormAnswer } from './use-form-answer.ts'

interface ServerForm<State extends FormState> {
  readonly state: State
  readonly pending: boolean
  /** To spread on the form. It posts by itself before scripts have loaded. */
  readonly formProps: Pick<ComponentProps<'form'>, 'action' | 'onSubmit'>
}

const controls = 'input:not([type="hidden"]), select, textarea, button'

/** After a refusal to the first fault; when the answer took the pressed button away, to what came. */
function moveFocus(form: HTMLFormElement, { outcome }: FormState): void {
  const at = document.activeElement
  const isLost = at === null || at === document.body
  if (!form.isConnected || !(isLost || form.contains(at))) return
  if (outcome === 'refused' && showFirstFault(form)) return
  if (isLost) form.querySelector<HTMLElement>(controls)?.focus()
}

/** A refusal whose fields are not all drawn says the rest as a whole. */
function withUntold<State extends FormState>(state: State, untold: readonly string[]): State {
  if (untold.length === 0 || state.error !== null) return state
  return { ...state, error: untold.join(' '), code: 'invalid_input' }
}

/**
 * A form with a server action that keeps what was typed: React empties a form after its action,
 * which would take a refused form's values from under the reader's hands.
 */
export function useServerForm<State extends FormState>(
  action: FormAction<State>,
  initial: Awaited<State>,
  onAnswer?: (state: State) => void,
): ServerForm<State> {
  const t = useTranslations('common.form')
  const { state, isPending, postBack, submit } = useFormAnswer(action, initial, (before) => ({
    ...before,
    answer: before.answer + 1,
    outcome: 'refused',
    error: t('unreached'),
    code: 'unexpected',
    fieldErrors: {},
  }))
  const seen = useRef(initial.answer)
  const posted = useRef<HTMLFormElement>(null)
  // Posted without scripts, nobody could look at what its fields say: all faults are said as a whole.
  const [judged, setJudged] = useState<{
    readonly answer: number
    readonly untold: readonly string[]
  }>({ answer: state.answer, untold: [...new Set(Object.values(state.fieldErrors))] })
  useEffect(() => {
    if (state.answer === seen.current) return
    // What the fields say of a refusal is known once they are drawn; the rest is drawn after it.
    if (state.outcome === 'refused' && posted.current !== null && judged.answer !== state.answer) {
      const untold = untoldFaults(state.fieldErrors, faultsSaid(posted.current))
      setJudged({ answer: state.answer, untold })
      return
    }
    seen.current = state.answer
    if (posted.current !== null) moveFocus(posted.current, state)
    onAnswer?.(state)
  })
  useLayoutEffect(
    () => () => {
      if (posted.current?.contains(document.activeElement)) keepFocus(posted.current)
    },
    [],
  )
  return {
    state: judged.answer === state.answer ? withUntold(state, judged.untold) : state,
    pending: isPending,
    formProps: {
      action: postBack,
      onSubmit: (event) => {
        event.preventDefault()
        if (isPending) return
        const { submitter } = event.nativeEvent as SubmitEvent
        posted.current = event.currentTarget
        const form = new FormData(event.currentTarget, submitter)
        startTransition(() => submit(form))
      },
    },
  }
}
