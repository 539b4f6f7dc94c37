'use client'

import type { FieldSpec } from '@highwater/channels/catalog'
import type { ChannelTestId } from '@highwater/core'
import type { ChannelTestResult } from '@highwater/db/queries'
import { useRef, useState } from 'react'
import { type SubmittedSettings, settingsFromForm } from '~/forms/settings-from-form.ts'
import { settingsKey } from './settings-key.ts'
import { isDelivered } from './test-stages.ts'
import { useChannelTest } from './use-channel-test.ts'

interface TestedSettings {
  readonly fields: readonly FieldSpec[]
  /** The settings that the form began with. */
  readonly config: Readonly<Record<string, unknown>>
  readonly testId: ChannelTestId | null
  readonly readTest: (id: ChannelTestId) => Promise<ChannelTestResult>
}

/** Follows what is typed into a form of settings, and knows which of it a test vouches for. */
export function useTestedSettings({ fields, config, testId, readTest }: TestedSettings) {
  const form = useRef<HTMLFormElement>(null)
  const [typed, setTyped] = useState<SubmittedSettings>({ config, secrets: {} })
  const [start, setStart] = useState<string | null>(null)
  const [tested, setTested] = useState<string | null>(null)
  const { test, waited } = useChannelTest(testId, readTest)
  const read = () =>
    form.current === null ? typed : settingsFromForm(fields, new FormData(form.current))
  const present = settingsKey(typed)
  return {
    form,
    typed,
    watch: {
      // Both in the form's own shape: what is stored leaves out what is empty.
      onFocus() {
        if (start !== null) return
        const untouched = read()
        setStart(settingsKey(untouched))
        setTyped(untouched)
      },
      onChange: () => setTyped(read()),
      onBlur: () => setTyped(read()),
    },
    /** To be called when the form is sent. */
    noteSent() {
      setTyped(read())
      setTested(settingsKey(read()))
    },
    progress: {
      isChanged: start !== null && present !== start,
      isTested: testId !== null && test !== null && isDelivered(test) && tested === present,
      isStale: testId !== null && tested !== present,
      testId,
      test,
      waited,
    },
  }
}
