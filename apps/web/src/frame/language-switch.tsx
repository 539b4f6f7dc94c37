import { useLocale, useTranslations } from 'next-intl'
import { PreferenceForm } from '~/preferences/preference-form.tsx'
import { saveLocale } from '~/preferences/save-preference.ts'
import { buttonStyle } from '~/ui/button-style.ts'
import { classNames } from '~/ui/class-names.ts'

/** Changes to the other language. It says so in that language, and it is a form: no script needed. */
export function LanguageSwitch() {
  const t = useTranslations('frame.language')
  const other = useLocale() === 'en' ? 'zh-CN' : 'en'
  return (
    <PreferenceForm save={saveLocale}>
      <input type="hidden" name="locale" value={other} />
      <button
        type="submit"
        title={t('switch')}
        className={classNames(buttonStyle({ tone: 'ghost' }), 'px-2 text-sm tap-square')}
      >
        <span lang={other}>{other === 'en' ? 'EN' : '中文'}</span>
        <span lang={other} className="sr-only">
          {t('switch')}
        </span>
      </button>
    </PreferenceForm>
  )
}
