import type { SilenceId } from '@highwater/core'
import { readNowFrom } from '@highwater/db/client'
import type { Metadata } from 'next'
import { getLocale, getTimeZone, getTranslations } from 'next-intl/server'
import { SilenceAbout } from '~/features/silence/silence-about.tsx'
import { deleteSilence, endSilence } from '~/features/silence/silence-actions.ts'
import { SilenceForm } from '~/features/silence/silence-form.tsx'
import { SilenceHolds } from '~/features/silence/silence-holds.tsx'
import { valuesOf } from '~/features/silence/silence-values.ts'
import { ActionForm } from '~/forms/action-form.tsx'
import { departmentOptions } from '~/forms/department-options.ts'
import { refusalFor } from '~/forms/refusal-for.ts'
import { ClientText } from '~/i18n/client-text.tsx'
import { orNotFound } from '~/list/or-not-found.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { Badge } from '~/ui/badge.tsx'
import { Button } from '~/ui/button.tsx'
import { Notice } from '~/ui/notice.tsx'
import { PageHeader } from '~/ui/page-header.tsx'

interface SilencePageProps {
  readonly params: Promise<{ readonly id: string }>
}

const readSilence = async ({ params }: SilencePageProps) => {
  const { id } = await params
  await requireViewer()
  return orNotFound((await caller()).silence.get({ id: id as SilenceId }))
}

export async function generateMetadata(props: SilencePageProps): Promise<Metadata> {
  return { title: (await readSilence(props)).name }
}

export default async function SilencePage(props: SilencePageProps) {
  const { actor } = await requireViewer()
  const api = await caller()
  const [t, locale, timeZone, silence, departments, now] = await Promise.all([
    getTranslations('silences'),
    getLocale(),
    getTimeZone(),
    readSilence(props),
    api.people.departments(),
    readNowFrom(services().db.sql),
  ])
  const { id, kind, name, status, version, hiding } = silence
  const home = silence.department?.id ?? null
  const refusal = refusalFor(actor, 'silence.write', { department: home }, locale)
  const values = { silence: id, kind }
  return (
    <ClientText areas={['silences']}>
      <PageHeader
        title={name}
        marks={
          <>
            <Badge tone={status === 'in_effect' ? 'amber' : 'neutral'}>
              {t(`status.${status}`)}
            </Badge>
            {status === 'ended' || hiding === 0 ? null : (
              <Badge>
                {t('column.hiding')} {t('hiding', { count: hiding })}
              </Badge>
            )}
          </>
        }
        description={
          <>
            {t(`kind.${kind}`)} · <SilenceAbout silence={silence} /> ·{' '}
            <SilenceHolds silence={silence} />
          </>
        }
        actions={
          refusal === null ? (
            <>
              {status === 'ended' ? null : (
                <ActionForm action={endSilence} values={values} done={t('action.ended', { name })}>
                  <Button type="submit">
                    {t(kind === 'maintenance' ? 'action.endWindow' : 'action.end')}
                  </Button>
                </ActionForm>
              )}
              <ActionForm
                action={deleteSilence}
                values={values}
                done={t('action.deleted', { name })}
              >
                <Button type="submit" tone="danger" aria-label={t('action.deleteOf', { name })}>
                  {t('action.delete')}
                </Button>
              </ActionForm>
            </>
          ) : null
        }
      />
      {status === 'ended' || refusal !== null ? (
        <Notice>{refusal ?? t('form.overNow')}</Notice>
      ) : (
        <SilenceForm
          key={version}
          values={valuesOf(silence, now, timeZone)}
          places={[]}
          departments={home === null ? departmentOptions(actor, 'silence.write', departments) : []}
          department={home}
        />
      )}
    </ClientText>
  )
}
