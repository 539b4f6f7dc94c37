import { useTranslations } from 'next-intl'
import type { LevelChange } from './level-changes.ts'
import { pathOf } from './level-fields.ts'
import { useLevelWords } from './level-words.ts'

/** What is different, a line for each value. */
export function ChangeList({ changes }: { readonly changes: readonly LevelChange[] }) {
  const t = useTranslations('settings.save')
  const words = useLevelWords()
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm">
      {changes.map(({ field, before, after }) => (
        <li key={pathOf(field)}>
          {t('change', {
            field: words.name(field),
            before: words.value(field, before),
            after: words.value(field, after),
          })}
        </li>
      ))}
    </ul>
  )
}
