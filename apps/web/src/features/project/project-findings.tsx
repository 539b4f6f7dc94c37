'use client'

import { conditions, type Finding } from '@highwater/core/alert'
import type { ProjectPage } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { ExactTime } from '~/ui/exact-time.tsx'
import { type Meaning, meaningLooks } from '~/ui/meaning.ts'
import { useFindingSentence } from './finding-sentence.ts'

const meanings: Readonly<Record<Finding['is'], Meaning>> = {
  breach: 'firing',
  good: 'quiet',
  unjudged: 'unknown',
  inapplicable: 'unknown',
}

/** Per condition, why there is or is not an alert right now. */
export function ProjectFindings({
  findings,
  dismissed,
}: Pick<ProjectPage, 'findings' | 'dismissed'>) {
  const t = useTranslations('projects.condition')
  const words = useTranslations('projects.finding')
  const sentence = useFindingSentence()
  return (
    <ul className="flex flex-col gap-3">
      {conditions.map((condition) => {
        const finding = findings[condition]
        const { icon: Icon, ink } = meaningLooks[meanings[finding.is]]
        return (
          <li key={condition} className="flex gap-2.5">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${ink}`} />
            <div className="min-w-0">
              <p className="font-medium text-sm">{t(condition)}</p>
              <p className="text-ink-muted text-sm">{sentence(condition, finding)}</p>
              {dismissed
                .filter((alert) => alert.condition === condition && finding.is === 'breach')
                .map(({ shortId, by, until }) => (
                  <p key={shortId} className="text-ink-muted text-sm">
                    {words.rich('dismissed', { shortId, by, at: () => <ExactTime at={until} /> })}
                  </p>
                ))}
            </div>
          </li>
        )
      })}
    </ul>
  )
}
