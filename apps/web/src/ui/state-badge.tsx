import { useTranslations } from 'next-intl'
import { Badge } from './badge.tsx'
import { Drawing } from './drawings.tsx'
import { type Meaning, meaningLooks } from './meaning.ts'

interface StateBadgeProps {
  readonly meaning: Meaning
  /** A more exact word than the meaning's own, such as "Acknowledged". */
  readonly word?: string
}

/** A state as colour, icon and word together. */
export function StateBadge({ meaning, word }: StateBadgeProps) {
  const t = useTranslations('common.meaning')
  return (
    <Badge tone={meaningLooks[meaning].tone}>
      <Drawing name={`meaning-${meaning}`} />
      {word ?? t(meaning)}
    </Badge>
  )
}
