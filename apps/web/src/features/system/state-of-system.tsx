import { judgeClock } from '@highwater/core'
import type { SystemPage } from '@highwater/db/queries'
import { useLocale, useTranslations } from 'next-intl'
import { durationInWords } from '~/ui/duration-words.ts'
import { Notice } from '~/ui/notice.tsx'
import { useListing } from '~/ui/use-listing.ts'

/** Beyond this an evaluation that is due has been left lying. */
const lagWorthTellingMs = 5_000
/** A message that waits longer than this is not just between two attempts. */
const waitWorthTellingMs = 120_000

/** Whether Highwater itself is well, in sentences. */
export function StateOfSystem({ page }: { readonly page: SystemPage }) {
  const t = useTranslations('system')
  const listed = useListing()
  const locale = useLocale()
  const { workers, cycles, queue, migrations, now } = page
  const alive = workers.filter((worker) => worker.isAlive).length
  const failing = cycles.filter((cycle) => cycle.failure !== null).length
  const lags = queue.evaluationLag > lagWorthTellingMs
  const waited = queue.oldestUnsentAt === null ? null : now - queue.oldestUnsentAt
  const waits = waited !== null && waited > waitWorthTellingMs
  const wrongClocks = workers.filter(
    ({ isAlive, clockOffset }) =>
      isAlive && clockOffset !== null && judgeClock(clockOffset) === 'wrong',
  )
  const isGrave = alive === 0 || wrongClocks.length > 0
  const well = !isGrave && failing === 0 && !lags && !waits && migrations.isCurrent
  const words = (milliseconds: number) => durationInWords(Math.floor(milliseconds / 1_000), locale)
  const sentences = [
    alive === 0 ? t('sentence.noWorkers') : t('sentence.workers', { count: alive }),
    lags ? t('sentence.lag', { length: words(queue.evaluationLag) }) : t('sentence.noLag'),
    waited === null ? t('sentence.empty') : t('sentence.oldest', { length: words(waited) }),
    wrongClocks.length === 0
      ? null
      : t('sentence.clock', {
          hosts: listed([...new Set(wrongClocks.map(({ host }) => host))]),
        }),
    failing === 0 ? null : t('sentence.failing', { count: failing }),
    migrations.isCurrent
      ? null
      : t('sentence.migrations', { applied: migrations.applied, known: migrations.known }),
  ]
  const separator = locale === 'en' ? ' ' : ''
  return (
    <Notice
      tone={well ? 'done' : isGrave ? 'error' : 'warning'}
      title={t(well ? 'health.well' : 'health.trouble')}
    >
      {sentences.filter((sentence) => sentence !== null).join(separator)}
    </Notice>
  )
}
