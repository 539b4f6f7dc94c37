import type { Actor } from '@highwater/core/permissions'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { RailWidth } from '~/preferences/rail.ts'
import type { Theme } from '~/preferences/theme.ts'
import { ClockProvider } from '~/ui/clock.tsx'
import { Drawings } from '~/ui/drawings.tsx'
import { ToastProvider } from '~/ui/toast.tsx'
import { BottomBar } from './bottom-bar.tsx'
import { LiveNewsProvider } from './live-news.tsx'
import type { SignedInPerson } from './person.ts'
import { Rail } from './rail.tsx'
import { SaidToast } from './said-toast.tsx'
import { TabSignal } from './tab-signal.tsx'
import { TopBar } from './top-bar.tsx'
import { ViewerProvider } from './viewer.tsx'

export interface ConsoleFrameProps {
  readonly person: SignedInPerson
  /** The database's time in epoch milliseconds, from which all ages on the page count. */
  readonly serverNow: number
  readonly viewer: Actor
  readonly theme: Theme
  readonly railWidth: RailWidth
  /** The live dot, wired to its stream by the layout. */
  readonly live: ReactNode
  readonly signOut: () => Promise<void>
  readonly children: ReactNode
}

/** Everything around a page of the console. */
export async function ConsoleFrame(props: ConsoleFrameProps) {
  const { person, viewer, serverNow, theme, railWidth, live, signOut, children } = props
  const t = await getTranslations('frame')
  return (
    <ClockProvider serverNow={serverNow}>
      <LiveNewsProvider>
        <ToastProvider>
          <a
            href="#content"
            className="fixed top-2 left-2 z-60 -translate-y-16 rounded-md bg-accent-fill px-3 py-2 font-medium text-on-accent focus-visible:translate-y-0"
          >
            {t('skipToContent')}
          </a>
          <TabSignal />
          <SaidToast />
          <Drawings />
          <div className="flex min-h-dvh">
            <Rail permissions={person.permissions} initialWidth={railWidth} />
            <div className="flex min-w-0 flex-1 flex-col">
              <TopBar person={person} theme={theme} live={live} signOut={signOut} />
              <main
                id="content"
                tabIndex={-1}
                data-print="page"
                className="mx-auto flex w-full max-w-[1600px] flex-1 flex-col gap-4 p-4 pb-20 outline-none sm:gap-5 sm:px-6 sm:py-5 [body:has([data-session-ended])_&]:pb-64"
              >
                <ViewerProvider viewer={{ actor: viewer, account: person.account }}>
                  {children}
                </ViewerProvider>
              </main>
            </div>
            <BottomBar permissions={person.permissions} />
          </div>
        </ToastProvider>
      </LiveNewsProvider>
    </ClockProvider>
  )
}
