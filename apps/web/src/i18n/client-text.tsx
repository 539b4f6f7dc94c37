import { NextIntlClientProvider, useLocale, useTimeZone } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesOf, type TextArea } from './messages.ts'

interface ClientTextProps {
  /** Areas whose texts the client components inside need; a page must not ship the others. */
  readonly areas: readonly TextArea[]
  readonly children: ReactNode
}

/** Gives the client components inside the texts of some areas, beside those that every page has. */
export function ClientText({ areas, children }: ClientTextProps) {
  const locale = useLocale()
  const timeZone = useTimeZone()
  const messages = messagesOf(locale)
  const wanted = new Set<TextArea>(['common', 'frame', 'errors', ...areas])
  const chosen = Object.fromEntries(
    Object.entries(messages).filter(([area]) => wanted.has(area as TextArea)),
  )
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={chosen}
      {...(timeZone === undefined ? {} : { timeZone })}
    >
      {children}
    </NextIntlClientProvider>
  )
}
