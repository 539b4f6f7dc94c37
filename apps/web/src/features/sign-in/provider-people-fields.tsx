import type { ProviderSettings } from '@highwater/core/sign-in'
import { useTranslations } from 'next-intl'
import { Field } from '~/ui/field.tsx'
import { NumberInput } from '~/ui/number-input.tsx'
import { Panel } from '~/ui/panel.tsx'
import { Switch } from '~/ui/switch.tsx'
import { TextInput } from '~/ui/text-input.tsx'

interface ProviderPeopleFieldsProps {
  readonly draft: Pick<
    ProviderSettings,
    | 'groupsClaim'
    | 'recheckMinutes'
    | 'clockToleranceSeconds'
    | 'vouchesForEmail'
    | 'linksByEmail'
    | 'enabled'
  >
  readonly errors: Readonly<Record<string, string>>
}

/** What is believed of the people whom a provider sends, and for how long. */
export function ProviderPeopleFields({ draft, errors }: ProviderPeopleFieldsProps) {
  const t = useTranslations('signInSettings.form')
  return (
    <Panel title={t('people')}>
      <div className="flex flex-col gap-4">
        <Field
          label={t('groupsClaim')}
          help={t('groupsClaimHelp')}
          required
          error={errors.groupsClaim}
        >
          {(control) => (
            <TextInput
              {...control}
              name="groupsClaim"
              autoComplete="off"
              defaultValue={draft.groupsClaim}
            />
          )}
        </Field>
        <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
          <Field
            label={t('recheckMinutes')}
            help={t('recheckHelp')}
            required
            error={errors.recheckMinutes}
          >
            {(control) => (
              <NumberInput
                {...control}
                name="recheckMinutes"
                unit={t('minutes')}
                defaultValue={draft.recheckMinutes}
              />
            )}
          </Field>
          <Field label={t('clockTolerance')} required error={errors.clockToleranceSeconds}>
            {(control) => (
              <NumberInput
                {...control}
                name="clockToleranceSeconds"
                unit={t('seconds')}
                defaultValue={draft.clockToleranceSeconds}
              />
            )}
          </Field>
        </div>
        <Switch
          name="vouchesForEmail"
          label={t('vouchesForEmail')}
          description={t('vouchesForEmailHelp')}
          defaultChecked={draft.vouchesForEmail}
        />
        <Switch
          name="linksByEmail"
          label={t('linksByEmail')}
          description={t('linksByEmailHelp')}
          defaultChecked={draft.linksByEmail}
        />
        <Switch
          name="enabled"
          label={t('enabled')}
          description={t('enabledHelp')}
          defaultChecked={draft.enabled}
        />
      </div>
    </Panel>
  )
}
