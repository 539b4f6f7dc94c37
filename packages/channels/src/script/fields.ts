import type { FieldSpec } from '../kind.ts'

export const scriptFields: readonly FieldSpec[] = [
  {
    path: 'config.file',
    label: { 'zh-CN': '脚本文件', en: 'Script' },
    help: {
      'zh-CN': '运维人员指定的目录（HIGHWATER_SCRIPT_DIRECTORY）里的文件名，须有执行权限。',
      en: 'The name of an executable file in the operator’s folder (HIGHWATER_SCRIPT_DIRECTORY).',
    },
    input: 'text',
    required: true,
  },
  {
    path: 'config.arguments',
    label: { 'zh-CN': '参数', en: 'Arguments' },
    help: {
      'zh-CN': '原样传给脚本，不经过 shell。消息在标准输入（JSON）和环境变量里。',
      en: 'Handed over as they are, without a shell. The message is on the standard input (JSON) and in the environment.',
    },
    input: 'list',
    required: false,
  },
  {
    path: 'config.timeoutSeconds',
    label: { 'zh-CN': '时限（秒）', en: 'Time limit (seconds)' },
    help: {
      'zh-CN': '超时后脚本和它启动的进程都会被结束。',
      en: 'Beyond it the script and everything it has started are ended.',
    },
    input: 'number',
    required: true,
  },
  {
    path: 'secrets.environment',
    label: { 'zh-CN': '保密环境变量', en: 'Secret variables' },
    help: {
      'zh-CN': '加密保存，保存后不再显示，例如 TOKEN。',
      en: 'Sealed when saved and never shown again: such as TOKEN.',
    },
    input: 'keyvalue',
    required: false,
  },
  {
    path: 'config.responseCheck.regex',
    label: { 'zh-CN': '输出正则', en: 'Output expression' },
    help: {
      'zh-CN': '输出须匹配这个正则表达式；先看标准错误，为空时看标准输出。',
      en: 'The output must match this expression: what is on standard error, or else on standard output.',
    },
    input: 'text',
    required: false,
  },
  {
    path: 'config.responseCheck.json',
    label: { 'zh-CN': '输出 JSON', en: 'Output JSON' },
    help: {
      'zh-CN': '输出必须是 JSON，并包含这里的所有键和值。',
      en: 'The output must be JSON that holds all of these keys and values.',
    },
    input: 'keyvalue',
    required: false,
  },
]
