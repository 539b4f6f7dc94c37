'use server'

import { cookies } from 'next/headers'
import { isLocale, localeCookie } from '~/i18n/locale.ts'
import { isTimeZone, timeZoneCookie } from '~/i18n/time-zone.ts'
import { railCookie, railWidthFrom } from './rail.ts'
import { themeCookie, themeFrom } from './theme.ts'

const oneYearSeconds = 31_536_000

async function remember(name: string, value: string): Promise<void> {
  const jar = await cookies()
  jar.set(name, value, { path: '/', maxAge: oneYearSeconds, sameSite: 'lax', httpOnly: true })
}

/** Remembers the language of the page; anything else than a language that exists is ignored. */
export async function saveLocale(form: FormData): Promise<void> {
  const wanted = String(form.get('locale'))
  if (isLocale(wanted)) await remember(localeCookie, wanted)
}

export async function saveTheme(form: FormData): Promise<void> {
  await remember(themeCookie, themeFrom(String(form.get('theme'))))
}

export async function saveRailWidth(form: FormData): Promise<void> {
  await remember(railCookie, railWidthFrom(String(form.get('width'))))
}

export async function saveTimeZone(form: FormData): Promise<void> {
  const zone = String(form.get('zone'))
  if (isTimeZone(zone)) await remember(timeZoneCookie, zone)
}
