'use client'

import type { StepState } from '@highwater/core/project'
import type { ProjectPage } from '@highwater/db/queries'
import { useTranslations } from 'next-intl'
import { Badge } from '~/ui/badge.tsx'
import { Cell, DataTable, HeadingCell, Row, TableHead } from '~/ui/data-table.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import type { Meaning } from '~/ui/meaning.ts'
import { Panel } from '~/ui/panel.tsx'
import { RelativeTime } from '~/ui/relative-time.tsx'
import { StateBadge } from '~/ui/state-badge.tsx'
import { knownStep } from './step-name.ts'

const meanings: Readonly<Record<StepState, Meaning>> = {
  init: 'unknown',
  running: 'quiet',
  monitoring: 'quiet',
  suspended: 'unknown',
  failed: 'pending',
  finished: 'quiet',
  unknown: 'unknown',
}

/** The steps of a project in the order in which they appeared, each with its own state. */
export function ProjectSteps({ steps }: Pick<ProjectPage, 'steps'>) {
  const t = useTranslations('projectLife.steps')
  const names = useTranslations('projectLife.steps.names')
  if (steps.length === 0) return null
  const wordOf = (name: string) => {
    const known = knownStep<Parameters<typeof names>[0]>(name, names.has)
    return known === null ? name : names(known)
  }
  return (
    <Panel flush title={t('title')}>
      <DataTable caption={t('title')}>
        <TableHead>
          <HeadingCell>{t('name')}</HeadingCell>
          <HeadingCell>{t('state')}</HeadingCell>
          <HeadingCell>{t('since')}</HeadingCell>
          <HeadingCell className="max-sm:hidden">{t('updated')}</HeadingCell>
        </TableHead>
        <tbody>
          {steps.map(({ name, state, since, updatedAt, isCurrent }) => (
            <Row key={name}>
              <Cell>
                <span className="wrap-anywhere font-medium" title={name}>
                  {wordOf(name)}
                </span>
                {isCurrent ? <Badge className="ml-2">{t('current')}</Badge> : null}
              </Cell>
              <Cell>
                <StateBadge meaning={meanings[state]} word={t(`states.${state}`)} />
              </Cell>
              <Cell>
                <ExactTime at={since} />
              </Cell>
              <Cell className="max-sm:hidden">
                <RelativeTime at={updatedAt} />
              </Cell>
            </Row>
          ))}
        </tbody>
      </DataTable>
    </Panel>
  )
}
