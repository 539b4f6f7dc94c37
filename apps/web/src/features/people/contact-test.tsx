'use client'

import type { UserId } from '@highwater/core'
import { Send } from 'lucide-react'
import { readChannelTest } from '~/features/channel/channel-actions.ts'
import { TestProgress } from '~/features/channel/test-progress.tsx'
import { useChannelTest } from '~/features/channel/use-channel-test.ts'
import { refusalOf } from '~/forms/action-form.tsx'
import { untouchedForm } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { type ContactTestState, testContact } from './people-actions.ts'

interface ContactTestProps {
  readonly person: UserId
  readonly kind: string
  readonly label: string
}

const untouchedTest: ContactTestState = { ...untouchedForm, testId: null }

/** A test message to one contact of a person, and what becomes of it. */
export function ContactTest({ person, kind, label }: ContactTestProps) {
  const { state, pending, formProps } = useServerForm(testContact, untouchedTest)
  const { test, waited } = useChannelTest(state.testId, readChannelTest)
  return (
    <form {...formProps} className="mt-3 flex flex-col gap-3">
      <input type="hidden" name="person" value={person} />
      <input type="hidden" name="kind" value={kind} />
      <div>
        <Button type="submit" aria-disabled={pending}>
          <Send aria-hidden />
          {label}
        </Button>
      </div>
      {state.outcome === 'refused' ? <Notice tone="error">{refusalOf(state)}</Notice> : null}
      {state.testId === null ? null : <TestProgress test={test} waited={waited} />}
    </form>
  )
}
