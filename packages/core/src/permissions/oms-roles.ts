import type { Localized } from '../locale.ts'

/** A role of OMS and what takes its place here. */
interface OmsRole {
  readonly name: string
  readonly here: Localized
}

/** For those who come from OMS: its five roles and how to give the same rights. */
export const omsRoles: readonly OmsRole[] = [
  {
    name: 'ROOT',
    here: {
      en: 'Global role admin. The last one cannot be removed or demoted.',
      'zh-CN': '全局角色“管理员”。最后一个管理员不能删除或降级。',
    },
  },
  {
    name: 'ROOT-VIEWER',
    here: {
      en: 'Global role auditor: reads everything, the operation audit included, and changes nothing.',
      'zh-CN': '全局角色“审计员”：可查看全部内容(包括操作审计)，不能做任何修改。',
    },
  },
  {
    name: 'ADMIN',
    here: {
      en: 'Global role user, and manager of the department.',
      'zh-CN': '全局角色“普通用户”，并担任所在部门的“部门管理员”。',
    },
  },
  {
    name: 'ADMIN-VIEWER',
    here: {
      en: 'Global role user, and viewer of the department. Make them operator if they are to handle its alerts.',
      'zh-CN': '全局角色“普通用户”，并担任所在部门的“只读成员”；需要处理告警时改为“运维成员”。',
    },
  },
  {
    name: 'USER',
    here: {
      en: 'Global role user without a department: sees and keeps the projects that they own.',
      'zh-CN': '全局角色“普通用户”，不加入部门：只能查看和维护自己负责的项目。',
    },
  },
]
