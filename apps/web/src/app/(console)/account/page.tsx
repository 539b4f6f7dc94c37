import { readParametersInForce } from '@highwater/db/queries'
import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import { PasswordForm } from '~/features/account/password-form.tsx'
import { PreferencePanel } from '~/features/account/preference-panel.tsx'
import { SessionTable } from '~/features/account/session-table.tsx'
import { PersonContacts } from '~/features/people/person-contacts.tsx'
import { FactorPanel } from '~/features/second-factor/factor-panel.tsx'
import { TokenPanel } from '~/features/token/token-panel.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { pageNow } from '~/list/page-now.ts'
import { themeCookie, themeFrom } from '~/preferences/theme.ts'
import { services } from '~/server/services.ts'
import { requireViewer } from '~/server/viewer.ts'
import { caller } from '~/trpc/server.tsx'
import { FactList } from '~/ui/fact-list.tsx'
import { PageHeader } from '~/ui/page-header.tsx'
import { Panel } from '~/ui/panel.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('account')
  return { title: t('title') }
}

export default async function AccountPage() {
  const { session, actor } = await requireViewer()
  const api = await caller()
  const [
    t,
    roles,
    departmentRoles,
    locale,
    jar,
    me,
    access,
    tokens,
    departments,
    now,
    person,
    installation,
    rules,
  ] = await Promise.all([
    getTranslations('account'),
    getTranslations('frame.role'),
    getTranslations('access.role'),
    getLocale(),
    cookies(),
    api.me.page(),
    api.me.access(),
    api.token.list({ user: actor.id }),
    api.people.departments(),
    pageNow(),
    api.people.get({ id: actor.id }),
    api.system.installation(),
    readParametersInForce(services().db.orm),
  ])
  return (
    <ClientText areas={['account', 'signIn', 'system', 'people', 'channels']}>
      <PageHeader title={t('title')} description={t('description')} />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Panel title={t('profile.title')}>
          <FactList
            facts={[
              [t('profile.name'), me.name],
              [t('profile.email'), me.email],
              [t('profile.role'), roles(me.role)],
              [
                t('departments'),
                me.departments.length === 0
                  ? null
                  : me.departments
                      .map(({ name, role }) => `${name} (${departmentRoles(role)})`)
                      .join(', '),
              ],
            ]}
          />
        </Panel>
        <PreferencePanel locale={locale} theme={themeFrom(jar.get(themeCookie)?.value)} />
      </div>
      <PersonContacts
        person={person}
        isOwn
        isMailCarried={installation.mailChannel?.enabled === true}
      />
      <SessionTable sessions={me.sessions} current={session.id} />
      <TokenPanel
        actor={actor}
        tokens={tokens}
        departments={departments}
        now={now}
        warningDays={rules.tokenWarningDays}
        consoleUrl={services().environment.HIGHWATER_URL}
        onlyOwn
      />
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        {access.hasPassword ? (
          <PasswordForm email={me.email} shortestPassword={rules.passwordLeastLength} />
        ) : (
          <Panel title={t('password.title')}>
            <p className="text-ink-muted text-sm">{t('password.none')}</p>
          </Panel>
        )}
        <FactorPanel
          secondFactorSince={access.secondFactorSince}
          mustHaveSecondFactor={access.mustHaveSecondFactor}
          recoveryCodesLeft={access.recoveryCodesLeft}
        />
      </div>
    </ClientText>
  )
}
