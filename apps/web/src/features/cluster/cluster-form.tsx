'use client'

import { clusterFields } from '@highwater/channels/catalog'
import type { ChannelTestId } from '@highwater/core'
import type { ChannelTestResult, ClusterItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { TestAndSave } from '~/features/channel/test-and-save.tsx'
import { useTestedSettings } from '~/features/channel/use-tested-settings.ts'
import { FieldsFromSpec } from '~/forms/fields-from-spec.tsx'
import type { FormAction } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { type ClusterFormState, untouchedCluster } from './cluster-form-state.ts'

interface ClusterFormProps {
  readonly action: FormAction<ClusterFormState>
  readonly readTest: (id: ChannelTestId) => Promise<ChannelTestResult>
  /** The stored cluster; null for a new one. */
  readonly cluster: ClusterItem | null
}

/** The settings of an associated cluster, and the test before saving. */
export function ClusterForm({ action, readTest, cluster }: ClusterFormProps) {
  const t = useTranslations('clusters.form')
  const { state, pending, formProps } = useServerForm(action, untouchedCluster)
  const { fieldErrors } = state
  const draft = state.posted ?? { name: cluster?.name ?? '', config: cluster?.config ?? {} }
  const { form, watch, noteSent, progress } = useTestedSettings({
    fields: clusterFields,
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
      className="flex max-w-2xl flex-col gap-4"
    >
      <input type="hidden" name="cluster" value={cluster?.id ?? ''} />
      <input type="hidden" name="version" value={cluster?.version ?? ''} />
      <RefusalNotice state={state} />
      <Panel title={t('settings')}>
        <div className="flex flex-col gap-4">
          <Field label={t('name')} help={t('nameHelp')} required error={fieldErrors.name}>
            {(control) => (
              <TextInput
                {...control}
                name="name"
                maxLength={32}
                autoComplete="off"
                defaultValue={draft.name}
              />
            )}
          </Field>
          <FieldsFromSpec
            fields={clusterFields}
            config={draft.config}
            secrets={cluster?.secrets ?? {}}
            errors={fieldErrors}
          />
        </div>
      </Panel>
      <TestAndSave
        isNew={cluster === null}
        {...progress}
        explanation={t('test')}
        submitText={t(cluster === null ? 'submitNew' : 'submitEdit')}
        mustTest={fieldErrors.saveUntested !== undefined}
        pending={pending}
      />
    </form>
  )
}
