import type { ReasonText } from '../outcome/reason-text.ts'

const folder = {
  'zh-CN': '请运维人员检查 worker 上 HIGHWATER_SCRIPT_DIRECTORY 指定的目录。',
  'zh-TW': '請維運人員檢查 worker 上 HIGHWATER_SCRIPT_DIRECTORY 指定的目錄。',
  en: 'Ask the operator to look at the folder that HIGHWATER_SCRIPT_DIRECTORY names for the worker.',
}

export const scriptReasons = {
  'script-done': {
    sentence: {
      'zh-CN': '脚本成功结束。',
      'zh-TW': '指令碼成功結束。',
      en: 'The script ended with success.',
    },
    advice: { 'zh-CN': '无需处理。', 'zh-TW': '不必處理。', en: 'Nothing to do.' },
  },
  'script-done-shortened': {
    sentence: {
      'zh-CN': '消息超出长度限制，缩短后脚本成功结束。',
      'zh-TW': '訊息超出長度限制，縮短後指令碼成功結束。',
      en: 'The message exceeded the limit of length; shortened, the script ended with success.',
    },
    advice: {
      'zh-CN': '完整内容请在告警页查看。',
      'zh-TW': '完整內容請在警報頁面查看。',
      en: 'The alert’s page shows the whole text.',
    },
  },
  'scripts-off': {
    sentence: {
      'zh-CN': '这个 worker 没有启用脚本。',
      'zh-TW': '這個 worker 沒有啟用指令碼。',
      en: 'Scripts are off on this worker.',
    },
    advice: {
      'zh-CN':
        '请运维人员在每个 worker 上用 HIGHWATER_SCRIPT_DIRECTORY 指定脚本目录并重启；不需要时请停用此通道。',
      'zh-TW':
        '請維運人員在每個 worker 上用 HIGHWATER_SCRIPT_DIRECTORY 指定指令碼目錄並重新啟動；不需要時請停用此通道。',
      en: 'The operator names the folder with HIGHWATER_SCRIPT_DIRECTORY for every worker and restarts it; disable the channel if it is not wanted.',
    },
  },
  'script-folder-missing': {
    sentence: {
      'zh-CN': '脚本目录不存在或不可读。',
      'zh-TW': '指令碼目錄不存在或無法讀取。',
      en: 'The folder of scripts cannot be read.',
    },
    advice: folder,
  },
  'script-missing': {
    sentence: {
      'zh-CN': '脚本目录里没有这个文件。',
      'zh-TW': '指令碼目錄中沒有這個檔案。',
      en: 'The folder has no such script.',
    },
    advice: folder,
  },
  'script-outside': {
    sentence: {
      'zh-CN': '文件不在脚本目录里。',
      'zh-TW': '檔案不在指令碼目錄中。',
      en: 'The file stands outside the folder of scripts.',
    },
    advice: {
      'zh-CN': '把脚本本身放进目录，不要用指向别处的链接。',
      'zh-TW': '請把指令碼本身放進目錄，不要用指向他處的連結。',
      en: 'Put the script itself into the folder: links that lead elsewhere are not followed.',
    },
  },
  'script-not-executable': {
    sentence: {
      'zh-CN': '文件没有执行权限，或不是普通文件。',
      'zh-TW': '檔案沒有執行權限，或不是一般檔案。',
      en: 'The file may not be run, or is no regular file.',
    },
    advice: {
      'zh-CN': '为 worker 的用户加上执行权限（chmod +x）。',
      'zh-TW': '請為 worker 的使用者加上執行權限（chmod +x）。',
      en: 'Make it executable for the worker’s user (chmod +x).',
    },
  },
  'script-unstartable': {
    sentence: {
      'zh-CN': '脚本无法启动。',
      'zh-TW': '指令碼無法啟動。',
      en: 'The script could not be started.',
    },
    advice: {
      'zh-CN': '检查第一行（#!）指定的解释器是否存在。',
      'zh-TW': '請檢查第一行（#!）指定的直譯器是否存在。',
      en: 'Check that the interpreter in its first line (#!) exists.',
    },
  },
  'script-asks-again': {
    sentence: {
      'zh-CN': '脚本要求稍后再试（退出码 75）。',
      'zh-TW': '指令碼要求稍後再試（結束代碼 75）。',
      en: 'The script asks to be run again later (exit code 75).',
    },
    advice: {
      'zh-CN': '无需处理，会自动重试。',
      'zh-TW': '不必處理，會自動重試。',
      en: 'Nothing to do: it is tried again.',
    },
  },
  'script-failed': {
    sentence: {
      'zh-CN': '脚本以失败结束。',
      'zh-TW': '指令碼以失敗結束。',
      en: 'The script ended with a failure.',
    },
    advice: {
      'zh-CN': '查看脚本的输出；暂时性的失败请用退出码 75，会自动重试。',
      'zh-TW': '請查看指令碼的輸出；暫時性的失敗請用結束代碼 75，會自動重試。',
      en: 'Look at what it wrote; for failures that pass it should end with exit code 75, and is run again.',
    },
  },
  'script-killed': {
    sentence: {
      'zh-CN': '脚本被信号终止，不能确定消息是否送达。',
      'zh-TW': '指令碼被訊號終止，不能確定訊息是否送達。',
      en: 'A signal ended the script, so the message may or may not have arrived.',
    },
    advice: {
      'zh-CN': '检查 worker 所在机器的内存和脚本的日志。',
      'zh-TW': '請檢查 worker 所在機器的記憶體和指令碼的記錄。',
      en: 'Check the memory of the worker’s machine, and what the script logs.',
    },
  },
  'script-overran': {
    sentence: {
      'zh-CN': '脚本超过时限被结束，不能确定消息是否送达。',
      'zh-TW': '指令碼逾時被結束，不能確定訊息是否送達。',
      en: 'The script overran its time and was ended, so the message may or may not have arrived.',
    },
    advice: {
      'zh-CN': '让脚本更快结束，或调大时限（最多 30 秒）。',
      'zh-TW': '請讓指令碼更快結束，或放寬時限（最多 30 秒）。',
      en: 'Let it end sooner, or raise the time limit (30 seconds at most).',
    },
  },
} as const satisfies Readonly<Record<string, ReasonText>>
