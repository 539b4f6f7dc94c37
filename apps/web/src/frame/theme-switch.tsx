'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { saveTheme } from '~/preferences/save-preference.ts'
import { type Theme, themeFrom, themes } from '~/preferences/theme.ts'
import { usePreference } from '~/preferences/use-preference.ts'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuLabel,
  DropdownMenuRadioGroup,
  DropdownMenuRadioItem,
  DropdownMenuTrigger,
} from '~/ui/dropdown-menu.tsx'
import { IconButton } from '~/ui/icon-button.tsx'

const icons = { light: Sun, dark: Moon, system: Monitor }

/** Light, dark or as the system has it. The page changes at once; the cookie serves the next one. */
export function ThemeSwitch({ theme: initial }: { readonly theme: Theme }) {
  const t = useTranslations('frame.theme')
  const [theme, setTheme] = useState(initial)
  const keep = usePreference(saveTheme)
  const choose = (value: string) => {
    const next = themeFrom(value)
    setTheme(next)
    document.documentElement.dataset.theme = next
    const form = new FormData()
    form.set('theme', next)
    keep(form)
  }
  const Icon = icons[theme]
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <IconButton label={t('label')} className="max-sm:hidden">
          <Icon aria-hidden />
        </IconButton>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuLabel>{t('label')}</DropdownMenuLabel>
        <DropdownMenuRadioGroup value={theme} onValueChange={choose}>
          {themes.map((value) => {
            const Each = icons[value]
            return (
              <DropdownMenuRadioItem key={value} value={value}>
                <Each aria-hidden />
                {t(value)}
              </DropdownMenuRadioItem>
            )
          })}
        </DropdownMenuRadioGroup>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}
