import { defineKind } from '../kind.ts'
import { scriptConfig, scriptSecrets } from './config.ts'
import { scriptFaults } from './faults.ts'
import { scriptFields } from './fields.ts'
import { scriptReasons } from './reasons.ts'
import { maxInputBytes, renderScript } from './render.ts'

export const script = defineKind({
  kind: 'script',
  place: 120,
  sign: 'endpoint',
  label: { 'zh-CN': '自定义脚本', en: 'Script' },
  summary: {
    'zh-CN': '由 worker 运行一个脚本来发送告警；须由运维人员先指定脚本目录。',
    en: 'The worker runs a script that tells of alerts; an operator has to name the folder of scripts first.',
  },
  config: scriptConfig,
  secrets: scriptSecrets,
  fields: scriptFields,
  example: { file: 'notify.sh' },
  operatorVariable: 'HIGHWATER_SCRIPT_DIRECTORY',
  capabilities: { formats: ['json'], mentions: [], threads: false, repeatsSafely: false },
  limits: { maxBytes: maxInputBytes, rate: [] },
  reasons: scriptReasons,
  chineseFaults: scriptFaults,
  check: () => [],
  robotOf: ({ config }) => ({ file: config.file, arguments: config.arguments }),
  render: renderScript,
})
