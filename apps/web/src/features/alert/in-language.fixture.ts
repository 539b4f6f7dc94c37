import type { Locale } from '@highwater/core'
import { NextIntlClientProvider } from 'next-intl'
import { createElement, type FunctionComponent } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { messagesOf } from '~/i18n/messages.ts'

/** The markup of a component as the server sends it in one language; a text that is missing throws. */
export const inLanguage = <Props extends object>(
  locale: Locale,
  component: FunctionComponent<Props>,
  props: Props,
): string =>
  renderToStaticMarkup(
    createElement(NextIntlClientProvider, {
      locale,
      messages: messagesOf(locale),
      timeZone: 'Asia/Shanghai',
      onError: (error) => {
        throw error
      },
      children: createElement(component, props),
    }),
  )
