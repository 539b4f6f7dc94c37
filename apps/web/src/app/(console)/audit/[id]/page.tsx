import { actions, actionTexts, globalRoles } from '@highwater/core/permissions'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { AuditClosed } from '~/features/audit/audit-closed.tsx'
import { AuditResult } from '~/features/audit/audit-result.tsx'
import { auditSubject } from '~/features/audit/audit-subject.ts'
import { ChangeTable } from '~/features/audit/change-table.tsx'
import { reasonText } from '~/features/audit/reason-text.ts'
import { RiskMark } from '~/features/audit/risk-mark.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { oneOf } from '~/list/read-list-query.ts'
import { closedFor } from '~/server/closed-for.ts'
import { caller } from '~/trpc/server.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { FactList } from '~/ui/fact-list.tsx'
import { listAddress } from '~/ui/list-address.ts'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

interface AuditEventPageProps {
  readonly params: Promise<{ readonly id: string }>
}

export default async function AuditEventPage({ params }: AuditEventPageProps) {
  const { id } = await params
  const [t, roles, locale] = await Promise.all([
    getTranslations('audit'),
    getTranslations('frame.role'),
    getLocale(),
  ])
  if ((await closedFor('audit.read')) !== null) return <AuditClosed />
  const event = await orNotFound((await caller()).audit.get({ id: Number(id) }))
  const role = oneOf(globalRoles, event.actorRole ?? undefined)
  const action = oneOf(actions, event.action)
  return (
    <>
      <PageHeader
        title={`${t(`operation.${event.operation}`)} · ${auditSubject(event, t(`target.${event.target}`))}`}
        marks={<AuditResult item={event} />}
      />
      <Panel title={t('detail.facts')}>
        <FactList
          facts={[
            [t('column.time'), <ExactTime key="at" at={event.at} />],
            [
              t('column.who'),
              event.actorId === null ? (
                event.actorName
              ) : (
                <TextLink key="who" href={listAddress('/audit', { actor: event.actorId })}>
                  {event.actorName}
                </TextLink>
              ),
            ],
            [t('detail.role'), role === undefined ? event.actorRole : roles(role)],
            [t('column.risk'), <RiskMark key="risk" risk={event.risk} />],
            [t('detail.reason'), reasonText(event.reason, locale)],
            [
              t('column.target'),
              event.targetId === null ? null : (
                <TextLink
                  key="target"
                  href={listAddress('/audit', { target: event.target, targetId: event.targetId })}
                >
                  {t('detail.more')}
                </TextLink>
              ),
            ],
            [
              t('detail.action'),
              <span key="action">
                {action === undefined ? null : `${actionTexts[action][locale]} `}
                <code className="font-mono text-xs text-ink-muted">{event.action}</code>
              </span>,
            ],
            [t('column.address'), event.ip],
            [t('detail.userAgent'), event.userAgent],
            [
              t('detail.requestId'),
              <code key="request" className="font-mono text-xs">
                {event.requestId}
              </code>,
            ],
          ]}
        />
      </Panel>
      <Panel title={t('detail.changes')} flush>
        <ChangeTable event={event} />
      </Panel>
    </>
  )
}
