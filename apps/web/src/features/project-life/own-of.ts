import type { BulkAction } from './bulk-action.ts'

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

/** What a dialog's form says beside the projects. */
export function ownOf(action: BulkAction, form: FormData) {
  switch (action) {
    case 'pause_watching': {
      const minutes = Number(textOf(form, 'minutes'))
      const reason = textOf(form, 'reason')
      return { ...(minutes > 0 ? { minutes } : {}), ...(reason === '' ? {} : { reason }) }
    }
    case 'add_tags':
    case 'remove_tags':
      return { tags: textOf(form, 'tags').split(/\s+/).filter(Boolean) }
    case 'resume_watching':
    case 'release':
    case 'delete':
      return {}
  }
}
