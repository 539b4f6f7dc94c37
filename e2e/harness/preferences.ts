import type { BrowserContext } from '@playwright/test'

const remember = (context: BrowserContext, url: string, name: string, value: string) =>
  context.addCookies([{ name, value, url }])

/** As if the reader had chosen the language before. */
export const inLanguage = (context: BrowserContext, url: string, language: 'zh-CN' | 'en') =>
  remember(context, url, 'highwater_locale', language)

/** As if the reader had chosen the theme before. */
export const inTheme = (context: BrowserContext, url: string, theme: 'light' | 'dark') =>
  remember(context, url, 'highwater_theme', theme)
