import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { isLocale, localeCookie, localeFromHeader } from './locale.ts'
import { messagesOf } from './messages.ts'
import { isTimeZone, ownTimeZone, timeZoneCookie } from './time-zone.ts'

export default getRequestConfig(async () => {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const chosen = jar.get(localeCookie)?.value
  const locale = isLocale(chosen) ? chosen : localeFromHeader(head.get('accept-language'))
  const zone = jar.get(timeZoneCookie)?.value
  return {
    locale,
    messages: messagesOf(locale),
    timeZone: isTimeZone(zone) ? zone : ownTimeZone(),
  }
})
