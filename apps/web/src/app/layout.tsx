import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { StyleNonce } from '~/frame/style-nonce.tsx'
import { TimeZoneKeeper } from '~/frame/time-zone-keeper.tsx'
import { ClientText } from '~/i18n/client-text.tsx'
import { themeCookie, themeFrom } from '~/preferences/theme.ts'
import { TooltipProvider } from '~/ui/tooltip.tsx'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/jetbrains-mono/wght.css'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('common.product')
  return {
    title: { default: 'Highwater', template: '%s · Highwater' },
    description: t('description'),
    robots: { index: false, follow: false },
  }
}

export const viewport: Viewport = {
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f7f8' },
    { media: '(prefers-color-scheme: dark)', color: '#0b1115' },
  ],
}

export default async function RootLayout({ children }: { readonly children: ReactNode }) {
  const [locale, jar, head] = await Promise.all([getLocale(), cookies(), headers()])
  return (
    <html lang={locale} data-theme={themeFrom(jar.get(themeCookie)?.value)}>
      <body>
        <StyleNonce nonce={head.get('x-nonce') ?? ''} />
        <ClientText areas={[]}>
          <TimeZoneKeeper />
          <TooltipProvider>{children}</TooltipProvider>
        </ClientText>
      </body>
    </html>
  )
}
