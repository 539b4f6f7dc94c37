import type { ReactNode } from 'react'
import { LanguageSwitch } from '~/frame/language-switch.tsx'
import { Logo } from '~/frame/logo.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { ToastProvider } from '~/ui/toast.tsx'

interface GateFrameProps {
  readonly title: ReactNode
  readonly description: ReactNode
  readonly children: ReactNode
}

/** The page before the console: sign-in and first set-up. */
export function GateFrame({ title, description, children }: GateFrameProps) {
  return (
    <ClientText areas={['signIn']}>
      <ToastProvider>
        <div className="flex min-h-dvh flex-col">
          <header className="flex h-14 items-center justify-between px-4 sm:px-6">
            <span className="flex items-center gap-2.5 font-semibold text-lg tracking-tight">
              <Logo className="size-6" />
              Highwater
            </span>
            <LanguageSwitch />
          </header>
          <main className="mx-auto flex w-full max-w-sm flex-1 flex-col px-4 pt-[8dvh] pb-16">
            <h1 className="font-semibold text-xl">{title}</h1>
            <p className="mt-1 mb-6 text-ink-muted">{description}</p>
            {children}
          </main>
        </div>
      </ToastProvider>
    </ClientText>
  )
}
