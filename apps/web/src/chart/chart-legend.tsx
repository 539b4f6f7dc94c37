import { useTranslations } from 'next-intl'
import { type Meaning, meaningLooks } from '~/ui/meaning.ts'

/** The key of the chart; the values themselves are in the table for assistive technology. */
export function ChartLegend({ meanings }: { readonly meanings: readonly Meaning[] }) {
  const t = useTranslations('common')
  return (
    <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-ink-muted text-xs">
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="w-4 border-accent border-t-2" />
        {t('chart.latency')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <span aria-hidden className="w-4 border-firing border-t-2 border-dashed" />
        {t('chart.threshold')}
      </span>
      {meanings.map((meaning) => {
        const { icon: Icon, ink } = meaningLooks[meaning]
        return (
          <span key={meaning} className="inline-flex items-center gap-1">
            <Icon aria-hidden className={`size-3 ${ink}`} />
            {t(`meaning.${meaning}`)}
          </span>
        )
      })}
    </figcaption>
  )
}
