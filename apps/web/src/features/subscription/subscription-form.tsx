'use client'

import { guardedLevels } from '@highwater/core/policy'
import type { Named } from '@highwater/core/subscription'
import type { SubscriptionItem } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { untouchedForm } from '~/forms/form-state.ts'
import { RefusalNotice } from '~/forms/refusal-notice.tsx'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Field, FieldError } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { EscalationFields } from './escalation-fields.tsx'
import { faultUnder } from './fault-under.ts'
import { LevelFields } from './level-fields.tsx'
import type { Option } from './named-departments.tsx'
import { NamedFields } from './named-fields.tsx'
import { OptionFields } from './option-fields.tsx'
import { saveSubscription } from './subscription-actions.ts'

interface SubscriptionFormProps {
  /** The stored subscription; null for a new one. */
  readonly subscription: SubscriptionItem | null
  /** For whom a new one may be made; the first one is proposed. */
  readonly places: readonly Option[]
  readonly departments: readonly Option[]
  readonly channels: readonly Option[]
  readonly groups: readonly Option[]
  /** Proposed for the hours of a new subscription. */
  readonly timeZone: string
}

const nothingNamed = { events: [], departments: [], tags: [], projects: [] }

const namesAnything = ({ events, departments, tags, projects }: Named): boolean =>
  events.length + departments.length + tags.length + projects.length > 0

/** Who hears of which alerts: scope, targets by level, hours, language and limit. */
export function SubscriptionForm(props: SubscriptionFormProps) {
  const { subscription, places, departments, channels, groups, timeZone } = props
  const t = useTranslations('subscriptions.form')
  const common = useTranslations('common')
  const { state, pending, formProps } = useServerForm(saveSubscription, untouchedForm)
  const { fieldErrors } = state
  const projectNames = subscription?.projectNames ?? {}
  const hasExceptions = namesAnything(subscription?.scope.except ?? nothingNamed)
  const named = { projectNames, departments, errors: fieldErrors }
  const zone = guardedLevels
    .map((level) => subscription?.levels[level]?.period?.timeZone)
    .find((each) => each !== undefined)
  return (
    <form {...formProps} noValidate className="flex max-w-3xl flex-col gap-4">
      <input type="hidden" name="subscription" value={subscription?.id ?? ''} />
      <input type="hidden" name="version" value={subscription?.version ?? ''} />
      <RefusalNotice state={state} />
      <OptionFields subscription={subscription} places={places} errors={fieldErrors} />
      <Panel title={t('what')} description={t('whatHelp')}>
        <NamedFields prefix="scope" named={subscription?.scope ?? nothingNamed} {...named} />
        <details
          className="mt-4"
          open={hasExceptions || faultUnder(fieldErrors, 'scope.except') !== undefined}
        >
          <summary className="rounded-sm font-medium text-sm tap">{t('except')}</summary>
          <p className="my-2 text-ink-muted text-sm">{t('exceptHelp')}</p>
          <NamedFields
            prefix="except"
            named={subscription?.scope.except ?? nothingNamed}
            {...named}
          />
        </details>
      </Panel>
      <Panel title={t('who')} description={t('whoHelp')}>
        <div className="flex flex-col gap-5">
          {fieldErrors.levels === undefined ? null : (
            <FieldError id="levels-fault">{fieldErrors.levels}</FieldError>
          )}
          {guardedLevels.map((level) => (
            <LevelFields
              key={level}
              level={level}
              targets={subscription?.levels[level] ?? null}
              channels={channels}
              groups={groups}
              errors={fieldErrors}
            />
          ))}
          <Field
            label={t('timeZone')}
            help={t('timeZoneHelp')}
            required
            error={guardedLevels
              .map((level) => fieldErrors[`levels.${level}.period.timeZone`])
              .find((fault) => fault !== undefined)}
          >
            {(control) => (
              <TextInput {...control} name="timeZone" defaultValue={zone ?? timeZone} />
            )}
          </Field>
        </div>
      </Panel>
      <EscalationFields
        steps={subscription?.escalation ?? []}
        channels={channels}
        groups={groups}
        errors={fieldErrors}
      />
      <div>
        <Button type="submit" tone="primary" aria-disabled={pending}>
          {subscription === null ? t('create') : common('save')}
        </Button>
      </div>
    </form>
  )
}
