import { jsonVariables, variableFacts, variableNames } from '@highwater/channels/catalog'
import { useLocale, useTranslations } from 'next-intl'

/** Every variable of a template that is a whole body, with what it stands for. */
export function TemplateVariables() {
  const t = useTranslations('common.form')
  const locale = useLocale()
  return (
    <details className="text-xs">
      <summary className="cursor-pointer text-accent">{t('variables')}</summary>
      <dl className="mt-2 grid grid-cols-[minmax(0,auto)_minmax(8rem,1fr)] gap-x-3 gap-y-1">
        {variableNames.map((name) => (
          <div key={name} className="contents">
            <dt className="wrap-anywhere font-mono">{`\${${name}}`}</dt>
            <dd className="min-w-0 text-ink-muted">
              {variableFacts[name].meaning[locale]}
              {jsonVariables.has(name) ? ` · ${t('unquoted')}` : null}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
