import type { NotificationId } from '@highwater/core'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { explainNotSent } from '~/features/alert/explain-not-sent.ts'
import { ReasonDetail } from '~/features/alert/reason-detail.tsx'
import { AttemptList } from '~/features/delivery/attempt-list.tsx'
import { DeliveryBadge } from '~/features/delivery/delivery-badge.tsx'
import { FollowDelivery } from '~/features/delivery/follow-delivery.tsx'
import { submitReplay } from '~/features/delivery/replay-actions.ts'
import { ReplayForm } from '~/features/delivery/replay-form.tsx'
import { SentMessage } from '~/features/delivery/sent-message.tsx'
import { creationRefusal } from '~/forms/creation-refusal.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { ExactTime } from '~/ui/exact-time.tsx'
import { FactList } from '~/ui/fact-list.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'
import { TextLink } from '~/ui/text-link.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('deliveries')
  return { title: t('title') }
}

interface DeliveryPageProps {
  readonly params: Promise<{ readonly id: string }>
}

export default async function DeliveryPage({ params }: DeliveryPageProps) {
  const { id } = await params
  const { actor } = await requireViewer()
  const api = await caller()
  const notification = await orNotFound(api.delivery.get({ id: id as NotificationId }))
  const [t, notSent, locale, installation, channel] = await Promise.all([
    getTranslations('deliveries'),
    getTranslations('alerts.notSent'),
    getLocale(),
    api.system.installation(),
    notification.channel?.id
      ? api.channel.get({ id: notification.channel.id }).catch(() => null)
      : null,
  ])
  const { alert, reason, nextAttemptAt, settledAt, deadline, state } = notification
  const mayReplay =
    notification.kind !== 'test' && creationRefusal(actor, 'notification.replay', locale) === null
  const name = notification.channel?.name ?? t('noChannel')
  return (
    <>
      <PageHeader
        title={
          notification.channel === null
            ? t('detail.titleToNobody')
            : t('detail.title', { channel: notification.channel.name })
        }
        marks={<DeliveryBadge state={state} reason={reason} />}
      />
      {settledAt === null ? <FollowDelivery /> : null}
      {reason === null ? null : (
        <Notice
          tone={state === 'failed' ? 'error' : 'info'}
          title={t(state === 'suppressed' ? 'detail.why' : 'detail.verdict')}
        >
          {explainNotSent(reason, { locale, own: (known) => notSent(known) })}
          <ReasonDetail reason={reason} detail={notification.reasonDetail} />
        </Notice>
      )}
      {mayReplay ? (
        <ClientText areas={['deliveries']}>
          <ReplayForm
            action={submitReplay}
            values={{ notification: notification.id }}
            of={state === 'failed' ? 'one' : 'none'}
          />
        </ClientText>
      ) : null}
      {notification.degraded ? <Notice>{t('detail.degraded')}</Notice> : null}
      {notification.mayBeDuplicate ? <Notice tone="warning">{t('detail.duplicate')}</Notice> : null}
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t('detail.facts')}>
            <FactList
              facts={[
                [t('column.message'), t(`messageKind.${notification.kind}`)],
                [
                  t('column.alert'),
                  alert === null ? null : (
                    <TextLink key="alert" href={`/alerts/${alert.id}`}>
                      {alert.shortId} {alert.subject}
                    </TextLink>
                  ),
                ],
                [
                  t('column.channel'),
                  channel === null ? (
                    name
                  ) : (
                    <TextLink key="channel" href={`/settings/channels/${channel.id}`}>
                      {name}
                    </TextLink>
                  ),
                ],
                [t('detail.written'), <ExactTime key="written" at={notification.createdAt} />],
                [
                  t('detail.replayed', { name: notification.replayedByName ?? '' }),
                  notification.replayedAt === null ? null : (
                    <ExactTime key="replayed" at={notification.replayedAt} />
                  ),
                ],
                [
                  t('detail.settled'),
                  settledAt === null ? null : <ExactTime key="settled" at={settledAt} />,
                ],
                [
                  t('detail.nextAttempt'),
                  nextAttemptAt === null ? null : <ExactTime key="next" at={nextAttemptAt} />,
                ],
                [
                  t('detail.deadline'),
                  deadline === null || settledAt !== null ? null : (
                    <ExactTime key="deadline" at={deadline} />
                  ),
                ],
              ]}
            />
          </Panel>
          {state === 'suppressed' ? null : (
            <Panel title={t('attempt.list')}>
              <AttemptList attempts={notification.attempts} isOver={settledAt !== null} />
            </Panel>
          )}
        </div>
        <Panel title={t('detail.text')} description={t('detail.asShown')}>
          <ClientText areas={['channels']}>
            <SentMessage
              notification={notification}
              channel={channel}
              timeZone={installation.messageTimeZone}
            />
          </ClientText>
        </Panel>
      </div>
    </>
  )
}
