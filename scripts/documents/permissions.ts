import type { Locale } from '@highwater/core'
import {
  type Action,
  actions,
  actionTexts,
  isAllowedTo,
  type MatrixColumn,
  matrixColumns,
  omsRoles,
  scopesFor,
} from '@highwater/core/permissions'

interface Words {
  readonly title: string
  readonly other: string
  readonly introduction: readonly string[]
  readonly action: string
  readonly scopes: string
  readonly oms: readonly [string, string, string]
  readonly columns: Readonly<Record<MatrixColumn, string>>
}

const words: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'Roles and permissions',
    other: '[简体中文](permissions.zh-CN.md)',
    introduction: [
      'Drawn from the permission table in the code by `npm run documents`. The console shows the same under Roles.',
      'Admin, auditor and user are roles in the whole installation. Manager, operator and viewer are roles in a department and hold for its things alone; owner holds for the projects that somebody owns, in whatever department. What belongs to no department, such as a shared channel, is changed by admins. Asked for a thing of a department that one may not see, the answer is as if there were none.',
      'A token may do what its scope allows; a personal one no more than its person may do now, a department’s nothing outside of it.',
    ],
    action: 'Action',
    scopes: 'Scopes of tokens',
    oms: ['For those who come from OMS', 'Role in OMS', 'Here'],
    columns: {
      admin: 'admin',
      auditor: 'auditor',
      manager: 'manager',
      operator: 'operator',
      viewer: 'viewer',
      owner: 'owner',
      user: 'any user',
    },
  },
  'zh-CN': {
    title: '角色与权限',
    other: '[English](permissions.md)',
    introduction: [
      '由 `npm run documents` 根据代码中的权限表生成，与控制台“角色”页面一致。',
      '管理员、审计员、普通用户是全局角色。部门管理员、运维成员、只读成员是部门内的角色，只对本部门的内容有效；“负责人”对自己负责的项目有效，不论项目属于哪个部门。不属于任何部门的内容(例如共享通道)由管理员修改。访问无权查看的部门内容时，系统的回答与内容不存在时相同。',
      '令牌只能执行其权限范围内的操作；个人令牌不超过其所有者当前的权限，部门令牌不能访问部门以外的内容。',
    ],
    action: '操作',
    scopes: '令牌权限范围',
    oms: ['从 OMS 迁移', 'OMS 中的角色', '本系统中的角色'],
    columns: {
      admin: '管理员',
      auditor: '审计员',
      manager: '部门管理员',
      operator: '运维成员',
      viewer: '只读成员',
      owner: '负责人',
      user: '任何用户',
    },
  },
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const tableOf = (head: readonly string[], rows: readonly string[][]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n')

const line = (action: Action, locale: Locale): string[] => [
  `${actionTexts[action][locale]} (\`${action}\`)`,
  ...matrixColumns.map((column) => (isAllowedTo(column, action) ? '✓' : '')),
  scopesFor(action)
    .map((scope) => `\`${scope}\``)
    .join(' '),
]

/** The permission table as one Markdown page. */
export function permissionsDocument(locale: Locale): string {
  const { title, other, introduction, action, scopes, oms, columns } = words[locale]
  const head = [action, ...matrixColumns.map((column) => columns[column]), scopes]
  const [omsTitle, ...omsHead] = oms
  const parts = [
    `# ${title}`,
    other,
    ...introduction,
    tableOf(
      head,
      actions.map((each) => line(each, locale)),
    ),
    `## ${omsTitle}`,
    tableOf(
      omsHead,
      omsRoles.map(({ name, here }) => [`\`${name}\``, here[locale]]),
    ),
  ]
  return `${parts.join('\n\n')}\n`
}
