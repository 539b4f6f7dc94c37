import type { ChannelTestId } from '@highwater/core'
import type { ChannelTestResult } from '@highwater/db/queries'
import { Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '~/ui/button.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TestProgress } from './test-progress.tsx'

interface TestAndSaveProps {
  readonly isNew: boolean
  /** What the test does. */
  readonly explanation: string
  readonly submitText: string
  /** The settings differ from the stored ones. */
  readonly isChanged: boolean
  /** Exactly these settings have been delivered by a test. */
  readonly isTested: boolean
  /** There was a test, of other settings than these. */
  readonly isStale: boolean
  /** The server asked for a test. */
  readonly mustTest: boolean
  readonly pending: boolean
  /** Why the test was refused, where no field says it. */
  readonly refusal?: ReactNode
  readonly testId: ChannelTestId | null
  readonly test: ChannelTestResult | null
  readonly waited: number
}

/** The test with its steps, then the way to save: tested, or knowingly untested. */
export function TestAndSave(props: TestAndSaveProps) {
  const { isNew, explanation, submitText, pending, testId, test, waited } = props
  const { isChanged, isTested, isStale, mustTest, refusal } = props
  const t = useTranslations('channels')
  const needsTest = (isNew || isChanged || mustTest) && !isTested
  return (
    <Panel title={t('test.title')} description={explanation}>
      <div className="flex flex-col gap-4">
        {testId === null ? null : isStale ? (
          <p className="text-ink-muted text-sm">{t('test.stale')}</p>
        ) : (
          <TestProgress test={test} waited={waited} />
        )}
        {refusal}
        <div className="flex flex-wrap items-center gap-2">
          <Button
            type="submit"
            name="intent"
            value="test"
            tone={needsTest ? 'primary' : 'secondary'}
            aria-disabled={pending}
          >
            <Send aria-hidden />
            {testId === null ? t('test.action') : t('test.again')}
          </Button>
          {needsTest ? (
            <Button type="submit" name="intent" value="save-untested" aria-disabled={pending}>
              {t('test.saveUntested')}
            </Button>
          ) : (
            <Button type="submit" name="intent" value="save" tone="primary" aria-disabled={pending}>
              {submitText}
            </Button>
          )}
        </div>
        {needsTest ? (
          <p data-fault={mustTest ? 'saveUntested' : undefined} className="text-ink-faint text-xs">
            {t('test.required')} {t('test.saveUntestedHelp')}
          </p>
        ) : null}
      </div>
    </Panel>
  )
}
