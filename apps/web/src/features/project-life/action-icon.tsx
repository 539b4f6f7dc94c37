import { CircleStop, Eye, EyeOff, type LucideIcon, Tag, Tags, Trash2 } from 'lucide-react'
import type { BulkAction } from './bulk-action.ts'

const icons: Readonly<Record<BulkAction, LucideIcon>> = {
  pause_watching: EyeOff,
  resume_watching: Eye,
  add_tags: Tag,
  remove_tags: Tags,
  release: CircleStop,
  delete: Trash2,
}

export function ActionIcon({ action }: { readonly action: BulkAction }) {
  const Icon = icons[action]
  return <Icon aria-hidden />
}
