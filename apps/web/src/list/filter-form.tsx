'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ComponentProps, type ReactNode, startTransition, useId } from 'react'
import { Button } from '~/ui/button.tsx'
import { Select } from '~/ui/select.tsx'
import { TextInput } from '~/ui/text-input.tsx'
import { listAddress } from './list-address.ts'

interface FilterFormProps {
  /** The list's own address. */
  readonly path: string
  readonly children: ReactNode
}

/** The filters of a list. A plain GET form: what it asks stands in the address. */
export function FilterForm({ path, children }: FilterFormProps) {
  const t = useTranslations('common.filter')
  const router = useRouter()
  return (
    <search>
      <form
        action={path}
        aria-label={t('label')}
        data-print="hide"
        className="flex flex-wrap items-end gap-2"
        onChange={(event) => {
          if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit()
        }}
        onSubmit={(event) => {
          event.preventDefault()
          const entries = [...new FormData(event.currentTarget)].map(
            ([name, value]) => [name, String(value).trim()] as const,
          )
          const address = listAddress(path, Object.fromEntries(entries))
          startTransition(() => router.push(address, { scroll: false }))
        }}
      >
        {children}
        <Button type="submit">{t('apply')}</Button>
      </form>
    </search>
  )
}

interface FilterSelectProps {
  readonly name: string
  readonly label: string
  readonly value: string | undefined
  readonly options: ComponentProps<typeof Select>['options']
}

/** One filter with its own "any". A new value from the address replaces what was chosen. */
export function FilterSelect({ name, label, value = '', options }: FilterSelectProps) {
  const t = useTranslations('common.filter')
  const id = useId()
  return (
    <div className="flex min-w-32 flex-col gap-1 max-sm:flex-1">
      <label htmlFor={id} className="text-ink-muted text-xs">
        {label}
      </label>
      <Select
        key={value}
        id={id}
        name={name}
        defaultValue={value}
        options={[{ value: '', label: t('any') }, ...options]}
      />
    </div>
  )
}

interface FilterSearchProps {
  readonly label: string
  readonly value: string | undefined
}

export function FilterSearch({ label, value = '' }: FilterSearchProps) {
  const id = useId()
  return (
    <div className="flex min-w-52 flex-1 flex-col gap-1 sm:max-w-80">
      <label htmlFor={id} className="text-ink-muted text-xs">
        {label}
      </label>
      <span className="relative block">
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-ink-faint"
        />
        <TextInput
          key={value}
          id={id}
          name="q"
          type="search"
          defaultValue={value}
          className="pl-8"
        />
      </span>
    </div>
  )
}
