'use client'

import { channelKindOf } from '@highwater/channels/catalog'
import type { ChannelId, ChannelTestId, MessageLocale } from '@highwater/core'
import type { ChannelItem, ChannelTestResult } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { FieldsFromSpec } from '~/forms/fields-from-spec.tsx'
import type { FormAction } from '~/forms/form-state.ts'
import { PlaceField } from '~/forms/place-field.tsx'
import { type SubmittedSettings, settingsFromForm } from '~/forms/settings-from-form.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { ChannelConflict } from './channel-conflict.tsx'
import { type ChannelFormState, untouchedChannel } from './channel-form-state.ts'
import { FallbackField } from './fallback-field.tsx'
import { type InForce, MessagePreview } from './message-preview.tsx'
import { settingsKey } from './settings-key.ts'
import { TestAndSave } from './test-and-save.tsx'
import { useChannelTest } from './use-channel-test.ts'

export interface ChannelDraft {
  readonly name: string
  readonly fallbackChannel: ChannelId | null
  readonly config: Readonly<Record<string, unknown>>
}

interface ChannelFormProps {
  readonly action: FormAction<ChannelFormState>
  readonly readTest: (id: ChannelTestId) => Promise<ChannelTestResult>
  readonly kind: string
  /** The stored channel; null for a new one. */
  readonly channel: ChannelItem | null
  readonly draft: ChannelDraft
  /** The other channels, of which one may be the fallback. */
  readonly others: readonly Pick<ChannelItem, 'id' | 'name'>[]
  readonly departments: readonly { readonly value: string; readonly label: string }[]
  readonly consoleUrl: string
  readonly messageLocale: MessageLocale
  readonly templates: readonly InForce[]
}

/** The settings of one channel, what a message would look like, and the test before saving. */
export function ChannelForm(props: ChannelFormProps) {
  const { action, readTest, kind, channel, departments, consoleUrl, messageLocale } = props
  const t = useTranslations('channels.form')
  const { fields } = channelKindOf(kind)
  const form = useRef<HTMLFormElement>(null)
  const { state, pending, formProps } = useServerForm(action, untouchedChannel)
  const draft = state.posted ?? props.draft
  const [name, setName] = useState(props.draft.name)
  const [typed, setTyped] = useState<SubmittedSettings>({ config: draft.config, secrets: {} })
  const [start, setStart] = useState<string | null>(null)
  const [tested, setTested] = useState<string | null>(null)
  const { test, waited } = useChannelTest(state.testId, readTest)
  const read = () =>
    form.current === null ? typed : settingsFromForm(fields, new FormData(form.current))
  const present = settingsKey(typed)
  return (
    <form
      ref={form}
      {...formProps}
      noValidate
      onFocus={() => setStart((before) => before ?? settingsKey(read()))}
      onChange={() => setTyped(read())}
      onBlur={() => setTyped(read())}
      onSubmit={(event) => {
        setTyped(read())
        setTested(settingsKey(read()))
        formProps.onSubmit?.(event)
      }}
      className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,26rem)]"
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="channel" value={channel?.id ?? ''} />
      <input type="hidden" name="version" value={channel?.version ?? ''} />
      <div className="flex min-w-0 flex-col gap-4">
        {state.code === 'conflict' && state.fieldErrors.name === undefined && channel !== null ? (
          <ChannelConflict id={channel.id} />
        ) : state.error === null || state.fieldErrors.name !== undefined ? null : (
          <Notice tone="error">{state.error}</Notice>
        )}
        <Panel title={t('settings')}>
          <div className="flex flex-col gap-4">
            <Field label={t('name')} help={t('nameHelp')} required error={state.fieldErrors.name}>
              {(control) => (
                <TextInput
                  {...control}
                  name="name"
                  maxLength={50}
                  autoComplete="off"
                  defaultValue={draft.name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </Field>
            <PlaceField
              label={t('department')}
              help={t('departmentHelp')}
              places={departments}
              isFixed={channel !== null}
            />
            <FallbackField
              others={props.others}
              value={draft.fallbackChannel ?? null}
              error={state.fieldErrors.fallbackChannel}
            />
            <FieldsFromSpec
              fields={fields}
              config={draft.config}
              secrets={channel?.secrets ?? {}}
              errors={state.fieldErrors}
            />
          </div>
        </Panel>
        <TestAndSave
          isNew={channel === null}
          isChanged={start !== null && present !== start}
          isTested={state.testId !== null && test?.outcome === 'delivered' && tested === present}
          isStale={state.testId !== null && tested !== present}
          mustTest={state.fieldErrors.saveUntested !== undefined}
          pending={pending}
          testId={state.testId}
          test={test}
          waited={waited}
        />
      </div>
      <div className="min-w-0 lg:sticky lg:top-16">
        <MessagePreview
          kind={kind}
          config={typed.config}
          name={name}
          consoleUrl={consoleUrl}
          messageLocale={messageLocale}
          templates={props.templates}
        />
      </div>
    </form>
  )
}
