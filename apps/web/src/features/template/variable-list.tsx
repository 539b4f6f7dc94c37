'use client'

import { variableFacts, variablesFor } from '@highwater/channels/catalog'
import type { MessageKind } from '@highwater/core/notify'
import { useLocale, useTranslations } from 'next-intl'
import { Panel } from '~/ui/panel.tsx'

interface VariableListProps {
  readonly kind: MessageKind
  readonly onInsert: (text: string) => void
}

/** What a template of this kind may use, explained; a click writes it where the cursor is. */
export function VariableList({ kind, onInsert }: VariableListProps) {
  const t = useTranslations('templates.variables')
  const locale = useLocale()
  return (
    <Panel title={t('title')} description={t('text')}>
      <dl className="grid max-h-96 grid-cols-[minmax(0,auto)_minmax(8rem,1fr)] gap-x-3 gap-y-1.5 overflow-y-auto text-sm">
        {variablesFor(kind).map((name) => (
          <div key={name} className="contents">
            <dt>
              <button
                type="button"
                // The field keeps its focus and its cursor.
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => onInsert(`\${${name}}`)}
                aria-label={t('insert', { name })}
                className="wrap-anywhere rounded-sm text-left font-mono text-accent text-xs hover:underline tap"
              >
                {`\${${name}}`}
              </button>
            </dt>
            <dd className="min-w-0 text-ink-muted text-xs">
              {variableFacts[name].meaning[locale]}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
