'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { FormAction } from '~/forms/form-state.ts'
import { useServerForm } from '~/forms/use-server-form.ts'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { type ReplayFormState, untouchedReplay } from './replay-form-state.ts'
import { ReplayResult } from './replay-result.tsx'

interface ReplayFormProps {
  readonly action: FormAction<ReplayFormState>
  /** Posted beside the ticks: the filter of the list, or the one message that there is. */
  readonly values: Readonly<Record<string, string>>
  /**
   * `one`: the message of this page; `many`: those that are ticked, or all of the filter; `none`:
   * nothing (any more), while what became of the last ones still stands there.
   */
  readonly of: 'one' | 'many' | 'none'
  readonly children?: ReactNode
}

/** Has messages sent again that were given up, after a warning, and says what became of each. */
export function ReplayForm({ action, values, of, children }: ReplayFormProps) {
  const t = useTranslations('deliveries.replay')
  const { state, pending, formProps } = useServerForm(action, untouchedReplay)
  const isUnticked = Object.keys(state.fieldErrors).length > 0
  const isSilent = of === 'none' && state.answer === 0 && children === undefined
  return (
    <form {...formProps} className={isSilent ? 'contents' : 'flex flex-col gap-3'}>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {of === 'none' ? null : (
        <Notice
          tone="warning"
          action={
            <span className="flex flex-wrap gap-2">
              <Button type="submit" name="intent" value="chosen" aria-disabled={pending}>
                {t(of === 'one' ? 'one' : 'chosen')}
              </Button>
              {of === 'one' ? null : (
                <Button type="submit" name="intent" value="all" aria-disabled={pending}>
                  {t('all')}
                </Button>
              )}
            </span>
          }
        >
          {t(of === 'one' ? 'warningOne' : 'warning')}
        </Notice>
      )}
      {state.outcome === 'refused' ? (
        <Notice tone="error">{isUnticked ? t('chooseOne') : state.error}</Notice>
      ) : null}
      <div role="status" className={isSilent ? 'hidden' : 'empty:-mt-3'}>
        {state.result === null ? null : <ReplayResult result={state.result} />}
      </div>
      {children}
    </form>
  )
}
