import { useLocale } from 'next-intl'
import { durationInWords } from './duration-words.ts'

/** "6 min 20 s"; the exact seconds on hover. */
export function HumanDuration({ seconds }: { readonly seconds: number }) {
  const locale = useLocale()
  return (
    <time
      dateTime={`PT${Math.max(0, seconds)}S`}
      title={`${seconds} s`}
      className="whitespace-nowrap"
    >
      {durationInWords(seconds, locale)}
    </time>
  )
}
