/** The faults of these settings, in Chinese. */
export const scriptFaults: Readonly<Record<string, string>> = {
  'Write the bare name of a file in the folder.': '请填写脚本目录里的文件名，不带路径。',
  'Use 1–30 seconds.': '请填写 1–30 秒。',
  'A variable name is letters, digits and underscores.': '变量名只能包含字母、数字和下划线。',
  'This variable cannot be set here.': '这个变量不能在这里设置。',
}
