import { useLocale } from 'next-intl'

/** Sets names side by side as the reader's language does. */
export function useListing(): (names: readonly string[]) => string {
  const separator = useLocale() === 'zh-CN' ? '、' : ', '
  return (names) => names.join(separator)
}
