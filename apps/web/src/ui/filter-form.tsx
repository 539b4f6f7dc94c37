'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useTransition } from 'react'
import { Button } from './button.tsx'
import { TextInput } from './text-input.tsx'

interface FilterFormProps {
  /** The list's path; every filter becomes a parameter of its address. */
  readonly path: string
  /** What the search box looks for; no box when left out. */
  readonly search?: { readonly label: string; readonly value: string | undefined }
  /** Parameters to keep that have no control here, such as the sort. */
  readonly keep?: Readonly<Record<string, string | undefined>>
  /** Selects; a change of one is applied at once. */
  readonly children?: ReactNode
}

/** The address of a list with these filters, without those left empty. */
function addressOf(path: string, form: HTMLFormElement): string {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim() !== '') query.set(name, value.trim())
  }
  return query.size === 0 ? path : `${path}?${query}`
}

/** Filters of a list. Without scripts it is a plain form with a button. */
export function FilterForm({ path, search, keep = {}, children }: FilterFormProps) {
  const t = useTranslations('common.filter')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  return (
    <form
      method="get"
      action={path}
      aria-label={t('label')}
      aria-busy={isPending}
      data-print="hide"
      className="flex flex-wrap items-end gap-2 max-sm:grid max-sm:grid-cols-[minmax(0,1fr)_auto]"
      onSubmit={(event) => {
        event.preventDefault()
        const address = addressOf(path, event.currentTarget)
        startTransition(() => router.push(address, { scroll: false }))
      }}
      onChange={(event) => {
        if (event.target instanceof HTMLSelectElement) event.currentTarget.requestSubmit()
      }}
    >
      {Object.entries(keep).map(([name, value]) =>
        value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
      )}
      {search === undefined ? null : (
        <span className="relative w-full sm:w-64">
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-ink-faint"
          />
          <TextInput
            type="search"
            name="q"
            key={search.value ?? ''}
            defaultValue={search.value}
            aria-label={search.label}
            placeholder={search.label}
            className="pl-8"
          />
        </span>
      )}
      <Button
        type="submit"
        className={search === undefined ? 'order-last max-sm:justify-self-start' : 'sm:order-last'}
      >
        {t('apply')}
      </Button>
      <span className="contents max-sm:-mx-4 max-sm:col-span-2 max-sm:flex max-sm:gap-2 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1">
        {children}
      </span>
    </form>
  )
}
