import type { ProviderEndpoints } from '@highwater/core/sign-in'
import { useTranslations } from 'next-intl'
import { Field } from '~/ui/field.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextInput } from '~/ui/text-input.tsx'

const names = ['authorization', 'token', 'jwks', 'userinfo', 'endSession'] as const

interface ProviderEndpointFieldsProps {
  /** Null: discovery. */
  readonly endpoints: ProviderEndpoints | null
  readonly errors: Readonly<Record<string, string>>
}

/** The addresses of a provider that has no discovery document. */
export function ProviderEndpointFields({ endpoints, errors }: ProviderEndpointFieldsProps) {
  const t = useTranslations('signInSettings.form')
  return (
    <Panel title={t('endpoints')} description={t('endpointsHelp')}>
      <div className="flex flex-col gap-4">
        {names.map((name) => (
          <Field key={name} label={t(`endpoint.${name}`)} error={errors[`endpoints.${name}`]}>
            {(control) => (
              <TextInput
                {...control}
                name={`endpoints.${name}`}
                type="url"
                autoComplete="off"
                defaultValue={endpoints?.[name] ?? ''}
              />
            )}
          </Field>
        ))}
      </div>
    </Panel>
  )
}
