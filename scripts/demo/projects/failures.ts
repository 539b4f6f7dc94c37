type Messages = readonly [string, ...string[]]

/** What connectors of different make say when a link breaks, in this demo's own words. */
export const connectionLost: Messages = [
  'Connection to 10.8.3.21:2883 lost: no answer to 3 heartbeats',
  '连接目标端失败：10.8.3.21:2883 连接超时（30 秒）',
]

export const badData: Messages = [
  '写入目标表 settle.t_batch_detail 失败：字段 memo 超过最大长度 200',
  'Row of settle.t_batch_detail refused by the target: value too long for column memo',
]

export const logLost: Messages = [
  'The change log at position 0/5A3F1C88 has been removed on the source; a new snapshot is needed',
]
