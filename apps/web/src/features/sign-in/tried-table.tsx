import type { RulesTried } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { Notice } from '~/ui/notice.tsx'
import { useListing } from '~/ui/use-listing.ts'
import { useGrantsText } from './grants-text.ts'

/** The outcome in one sentence, and each rule's part in it. */
export function TriedTable({ tried }: { readonly tried: RulesTried }) {
  const t = useTranslations('signInSettings.try')
  const rules = useTranslations('signInSettings.rules')
  const listed = useListing()
  const grantsText = useGrantsText()
  const { because, withoutRule, role, departments, steps } = tried
  const places = grantsText({ role: null, departments })
  return (
    <div className="mt-4 flex flex-col gap-3">
      <div role="status">
        {because === null ? (
          <Notice tone="done" title={t('admitted', { role: rules(`roles.${role ?? 'user'}`) })}>
            {withoutRule ? `${t('withoutRule')} ` : null}
            {places.length === 0 ? t('noDepartments') : places.join(' · ')}
          </Notice>
        ) : (
          <Notice tone="warning">{t(because)}</Notice>
        )}
      </div>
      <DataTable caption={t('list')} stacks>
        <TableHead>
          <HeadingCell>{t('column.rule')}</HeadingCell>
          <HeadingCell>{t('column.verdict')}</HeadingCell>
          <HeadingCell>{t('column.gave')}</HeadingCell>
        </TableHead>
        <tbody>
          {steps.map((step) => (
            <Row key={step.rule}>
              <Cell>{rules('number', { number: step.rule })}</Cell>
              <Cell>
                {t(`verdict.${step.verdict}`, { claim: step.claim })}
                {step.matched.length === 0 ? null : (
                  <span className="wrap-anywhere block text-ink-muted text-xs">
                    {t('matched', { claim: step.claim, values: listed(step.matched) })}
                  </span>
                )}
              </Cell>
              <Cell>{grantsText(step).join(' · ')}</Cell>
            </Row>
          ))}
        </tbody>
      </DataTable>
    </div>
  )
}
