import type { Variable } from './variable.ts'
import { variables } from './variables.ts'

/** The text of `.env.example`: every variable, commented out, with what it means. */
export function environmentExample(): string {
  const entries = Object.entries<Variable>(variables).map(([name, variable]) => {
    const fallback = variable.defaultInWords?.replaceAll('`', '') ?? variable.default
    const note = fallback === undefined ? '' : ` Default: ${fallback}.`
    const value = variable.example ?? variable.default ?? ''
    return `# ${variable.meaning.replaceAll('`', '')}${note}\n#${name}=${value}\n`
  })
  const heading = '# Copy to .env and remove the # of what you set. Made by `npm run documents`.\n'
  return [heading, ...entries].join('\n')
}

/** The README's table, as Markdown. */
export function environmentTable(): string {
  const rows = Object.entries<Variable>(variables).map(([name, variable]) => {
    const fixed = variable.default === undefined ? '–' : `\`${variable.default}\``
    return `| \`${name}\` | ${variable.defaultInWords ?? fixed} | ${variable.meaning} |`
  })
  return ['| Name | Default | Meaning |', '|---|---|---|', ...rows].join('\n')
}
