import type { Localized } from '../locale.ts'

/** What an installation calls the things that it comes with, until somebody calls them otherwise. */
export const firstNames: Readonly<Record<'department' | 'subscription', Localized>> = {
  department: { 'zh-CN': '默认部门', en: 'Default' },
  subscription: { 'zh-CN': '默认订阅', en: 'Default subscription' },
}
