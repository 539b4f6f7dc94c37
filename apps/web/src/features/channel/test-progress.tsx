import { explainReason } from '@highwater/channels/catalog'
import { retriedOutcomes } from '@highwater/core/delivery'
import type { ChannelTestResult } from '@highwater/db/queries'
import { Check, CircleDashed, LoaderCircle, type LucideIcon, X } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { classNames } from '~/ui/class-names.ts'
import { durationInWords } from '~/ui/duration-words.ts'
import { millisInWords } from '~/ui/millis-words.ts'
import { Notice } from '~/ui/notice.tsx'
import { mostNamed } from './channel-health.tsx'
import { isAnswered, receiverWords } from './receiver-words.ts'
import {
  isDelivered,
  isPlainlyDelivered,
  isUntaken,
  type StageState,
  stagesOf,
} from './test-stages.ts'

interface TestProgressProps {
  /** Null until the first answer. */
  readonly test: ChannelTestResult | null
  /** How long it has been waiting, in seconds. */
  readonly waited: number
}

const looks: Readonly<Record<StageState, { readonly icon: LucideIcon; readonly ink: string }>> = {
  done: { icon: Check, ink: 'text-quiet' },
  failed: { icon: X, ink: 'text-firing' },
  running: { icon: LoaderCircle, ink: 'text-accent motion-safe:animate-spin' },
  waiting: { icon: CircleDashed, ink: 'text-ink-faint' },
}

/** A worker normally takes a test within a second. */
const slowAfterSeconds = 6

/** The steps of a test as they are passed, then the words of the receiver or the fault, and what to do. */
export function TestProgress({ test, waited }: TestProgressProps) {
  const t = useTranslations('channels.test')
  const locale = useLocale()
  const untaken = test !== null && isUntaken(test)
  const idle = test === null || (test.outcome === null && !untaken)
  return (
    <div className="flex flex-col gap-3">
      <ol aria-label={t('steps')} className="flex flex-col gap-1.5">
        {stagesOf(test).map(({ stage, state, tookMs, found }) => {
          const { icon: Icon, ink } = looks[state]
          return (
            <li key={stage} className="flex items-baseline gap-2 text-sm">
              <Icon aria-hidden className={classNames('size-4 shrink-0 self-center', ink)} />
              <span className={state === 'waiting' ? 'text-ink-faint' : ''}>
                {t(`step.${stage}`)}
              </span>
              <span className="sr-only">{t(`stepState.${state}`)}</span>
              {found === null ? null : (
                <span className="wrap-anywhere min-w-0 font-mono text-ink-muted text-xs">
                  {found}
                </span>
              )}
              {tookMs === null ? null : (
                <span className="ml-auto whitespace-nowrap text-ink-faint text-xs">
                  {millisInWords(tookMs, locale)}
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <div role="status" className="flex flex-col gap-2">
        {idle && waited >= slowAfterSeconds ? (
          <Notice tone="warning">{t('slow', { length: durationInWords(waited, locale) })}</Notice>
        ) : null}
        {untaken ? (
          <Notice
            tone="error"
            inLiveRegion
            title={t(test.sendsMessage ? 'notDelivered' : 'notConnected')}
          >
            {t('untaken')}
          </Notice>
        ) : null}
        {test === null || test.outcome === null ? null : <TestVerdict test={test} />}
      </div>
    </div>
  )
}

function TestVerdict({ test }: { readonly test: ChannelTestResult }) {
  const t = useTranslations('channels.test')
  const health = useTranslations('channels.health')
  const locale = useLocale()
  const delivered = isDelivered(test)
  const partial = test.outcome === 'partial'
  const { reason } = test
  const explained = reason === null ? null : explainReason(reason)
  const isPlain = isPlainlyDelivered(test)
  const isConnected = delivered && !test.sendsMessage
  const words = receiverWords(test.code, test.providerMessage)
  // What is advised may count on the next attempt, which a test does not have.
  const isOfAlerts = test.outcome !== null && retriedOutcomes.has(test.outcome)
  return (
    <Notice
      tone={partial ? 'warning' : delivered ? 'done' : 'error'}
      inLiveRegion
      title={
        delivered
          ? isPlain
            ? t('delivered')
            : explained?.sentence[locale]
          : test.state === 'pending'
            ? t(test.sendsMessage ? 'retrying' : 'connecting')
            : t(test.sendsMessage ? 'notDelivered' : 'notConnected')
      }
    >
      {delivered || explained === null ? null : <p>{explained.sentence[locale]}</p>}
      {words === '' ? null : (
        <p>
          {t(isAnswered({ ...test, providerCode: test.code }) ? 'answer' : 'error')}:{' '}
          <q className="wrap-anywhere font-mono text-ink">{words}</q>
        </p>
      )}
      {test.refused.length === 0 ? null : (
        <p className="wrap-anywhere">
          {health('refused', {
            names: test.refused.slice(0, mostNamed).join(', '),
            more: Math.max(0, test.refused.length - mostNamed),
          })}
        </p>
      )}
      {test.durationMs === null ? null : (
        <p>
          {t('took', { length: millisInWords(test.durationMs, locale) })}
          {test.steps.length === 0 ? null : (
            <> · {test.proxy === null ? t('direct') : t('throughProxy', { proxy: test.proxy })}</>
          )}
        </p>
      )}
      <ClockOffset offsetMs={test.clockOffsetMs} />
      {isPlain || isConnected || explained === null ? null : (
        <p className="mt-1 text-ink">
          <span className="font-semibold">{t('advice')}: </span>
          {explained.advice[locale]}
          {isOfAlerts ? ` ${t('once')}` : null}
        </p>
      )}
    </Notice>
  )
}

/** A Date header counts whole seconds, and the answer took its time: less than this says nothing. */
const sameTimeMs = 2_000

/** How the receiver's clock differs from ours: signatures are refused when it is too much. */
function ClockOffset({ offsetMs }: { readonly offsetMs: number | null }) {
  const t = useTranslations('channels.test')
  const locale = useLocale()
  if (offsetMs === null) return null
  const length = durationInWords(Math.abs(offsetMs) / 1_000, locale)
  return (
    <p>
      {Math.abs(offsetMs) < sameTimeMs
        ? t('clockSame')
        : t(offsetMs > 0 ? 'clockAhead' : 'clockBehind', { length })}
    </p>
  )
}
