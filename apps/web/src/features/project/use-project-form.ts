'use client'

import { type FormEvent, startTransition } from 'react'
import { useFormAnswer } from '~/forms/use-form-answer.ts'
import {
  type ProjectAction,
  type ProjectFormState,
  unreached,
  untouched,
} from './project-form-state.ts'

interface ProjectForm {
  readonly state: ProjectFormState
  readonly form: {
    readonly action: (form: FormData) => void
    readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void
    readonly 'aria-busy': boolean
  }
}

/** A form whose content survives a refusal: React would empty it after its action. */
export function useProjectForm(action: ProjectAction): ProjectForm {
  const { state, isPending, postBack, submit } = useFormAnswer(action, untouched, () => unreached)
  return {
    state,
    form: {
      action: postBack,
      'aria-busy': isPending,
      onSubmit(event) {
        event.preventDefault()
        const content = new FormData(event.currentTarget)
        if (!isPending) startTransition(() => submit(content))
      },
    },
  }
}
