'use client'

import { channelKindOf, type FieldSpec } from '@highwater/channels/catalog'
import type { ChannelId, ChannelTestId, MessageLocale } from '@highwater/core'
import type { ChannelItem, ChannelTestResult } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FieldsFromSpec } from '~/forms/fields-from-spec.tsx'
import type { FormAction } from '~/forms/form-state.ts'
import { PlaceField } from '~/forms/place-field.tsx'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Field } from '~/ui/field.tsx'
import { Notice } from '~/ui/notice.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { TextLink } from '~/ui/text-link.tsx'
import { type ChannelFormState, untouchedChannel } from './channel-form-state.ts'
import { FallbackField } from './fallback-field.tsx'
import { type ChannelFlow, FlowFields } from './flow-fields.tsx'
import { type InForce, MessagePreview } from './message-preview.tsx'
import { TestAndSave } from './test-and-save.tsx'
import { useTestedSettings } from './use-tested-settings.ts'

export interface ChannelDraft {
  readonly name: string
  readonly fallbackChannel: ChannelId | null
  readonly config: Readonly<Record<string, unknown>>
  readonly flow: ChannelFlow
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
  /** The associated clusters, for a kind that sends through one. */
  readonly clusters: readonly { readonly id: string; readonly name: string }[]
  readonly consoleUrl: string
  readonly messageLocale: MessageLocale
  readonly timeZone: string
  readonly templates: readonly InForce[]
}

/** A field that names a cluster is a choice between those that there are. */
const withClusters = (
  fields: readonly FieldSpec[],
  clusters: ChannelFormProps['clusters'],
): readonly FieldSpec[] =>
  fields.map((field) =>
    field.input === 'cluster'
      ? {
          ...field,
          input: 'select',
          options: clusters.map(({ id, name }) => ({
            value: id,
            label: { 'zh-CN': name, en: name },
          })),
        }
      : field,
  )

/** The settings of one channel, what a message would look like, and the test before saving. */
export function ChannelForm(props: ChannelFormProps) {
  const { action, readTest, kind, channel, departments, clusters, consoleUrl, messageLocale } =
    props
  const t = useTranslations('channels.form')
  const tests = useTranslations('channels.test')
  const { fields: specs } = channelKindOf(kind)
  const fields = withClusters(specs, clusters)
  const wantsCluster = clusters.length === 0 && specs.some(({ input }) => input === 'cluster')
  const { state, pending, formProps } = useServerForm(action, untouchedChannel)
  const draft = state.posted ?? props.draft
  const wasTest = state.posted?.intent === 'test'
  const [name, setName] = useState(props.draft.name)
  const { form, typed, watch, noteSent, progress } = useTestedSettings({
    fields,
    config: draft.config,
    testId: state.testId,
    readTest,
  })
  return (
    <form
      ref={form}
      {...formProps}
      noValidate
      {...watch}
      onSubmit={(event) => {
        noteSent()
        formProps.onSubmit?.(event)
      }}
      className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,26rem)]"
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="channel" value={channel?.id ?? ''} />
      <input type="hidden" name="version" value={channel?.version ?? ''} />
      <div className="flex min-w-0 flex-col gap-4">
        {wasTest ? null : <RefusalNotice state={state} />}
        {wantsCluster ? (
          <Notice tone="warning">
            {t('noCluster')} <TextLink href="/settings/clusters/new">{t('addCluster')}</TextLink>
          </Notice>
        ) : null}
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
        <FlowFields flow={draft.flow ?? props.draft.flow} errors={state.fieldErrors} />
        <TestAndSave
          isNew={channel === null}
          {...progress}
          explanation={tests('explanation')}
          submitText={t(channel === null ? 'submitNew' : 'submitEdit')}
          mustTest={state.fieldErrors.saveUntested !== undefined}
          pending={pending}
          refusal={wasTest ? <RefusalNotice state={state} /> : null}
        />
      </div>
      <div className="min-w-0 lg:sticky lg:top-16">
        <MessagePreview
          kind={kind}
          config={typed.config}
          name={name}
          consoleUrl={consoleUrl}
          messageLocale={messageLocale}
          timeZone={props.timeZone}
          templates={props.templates}
        />
      </div>
    </form>
  )
}
