import type { AlertEventGuide } from './guide.ts'

export const systemGuides = {
  source_down: {
    meaning: {
      'zh-CN': '采集器连不上数据来源，来源下的项目暂时看不到最新情况。',
      en: 'The collector cannot read the source, so nothing new is known of its projects.',
    },
    trigger: {
      'zh-CN': '连续采集失败达到参数规定的次数（默认 3 次）。期间不再逐个告警其项目无信号。',
      en: 'Reading it has failed as many times in a row as the parameter says (3 unless changed). Meanwhile its projects raise no alerts about silence.',
    },
    ends: {
      'zh-CN': '任意一次采集成功；或来源被删除。',
      en: 'It is read once without failure; or the source is deleted.',
    },
    advice: [
      {
        'zh-CN': '看告警中的原因：认证失败先核对账号密码与权限，连接失败先核对地址、端口和防火墙。',
        en: 'Read the reason in the alert: after a refused sign-in check account, password and privileges; after a failed connection check address, port and firewall.',
      },
      {
        'zh-CN': '从 worker 所在主机直接连接该来源，排除网络问题。',
        en: 'Connect to the source by hand from the host of the worker: this rules out the network.',
      },
      {
        'zh-CN': '来源在内网时，确认其网段已列入允许访问的网络。',
        en: 'If the source is on a private network, make sure that its range is among the allowed networks.',
      },
      {
        'zh-CN': '恢复之前，请到来源自身的平台查看项目状态。',
        en: 'Until it is back, look at the projects on the platform of the source itself.',
      },
    ],
  },
  channel_down: {
    meaning: {
      'zh-CN': '告警通道连续发送失败，经它发出的告警此刻可能没有人收到。',
      en: 'Sending through this channel keeps failing: alerts that go through it may reach nobody at the moment.',
    },
    trigger: {
      'zh-CN':
        '连续失败达到参数规定的次数（默认 5 次）并持续 120 秒（参数）。被限流、单条消息内容或接收人有误不算通道故障。该告警经其他通道发送，包括它的备用通道。',
      en: 'It has failed as many times in a row as the parameter says (5) and for 120 s (a parameter). Throttling, and a message or recipient that is refused by itself, do not count. The alert goes through the other channels, its fallback channel included.',
    },
    ends: {
      'zh-CN': '通道再次成功送达；或通道被停用、删除。',
      en: 'The channel delivers again; or it is disabled or deleted.',
    },
    advice: [
      {
        'zh-CN': '打开通道页查看最近一次失败的原因和服务商返回的原文。',
        en: 'Open the channel and read why it failed last, and what the provider answered.',
      },
      {
        'zh-CN': '机器人被移出群、令牌或签名密钥更换后，需要更新通道配置并重新测试。',
        en: 'If the robot was removed from its group, or its token or signing secret was changed, update the channel and test it.',
      },
      {
        'zh-CN': '连接失败时从 worker 主机访问服务商地址，检查代理、DNS 和出口策略。',
        en: 'If the connection fails, reach the provider from the host of the worker and check proxy, DNS and outbound rules.',
      },
      {
        'zh-CN': '恢复前为重要订阅临时添加另一个通道；积压的消息会在恢复后补发最新状态。',
        en: 'Until it works, add another channel to the subscriptions that matter; what has piled up is sent with its latest state afterwards.',
      },
    ],
  },
  clock_skew: {
    meaning: {
      'zh-CN': '上报方的时钟比 Highwater 的数据库快，据此算出的延迟会偏小，告警会偏晚。',
      en: 'The clock of the sender runs ahead of the database of Highwater: latencies reckoned from it are too small and alerts come late.',
    },
    trigger: {
      'zh-CN': '最近 5 个信号中至少 3 个的时间超前，且超前量大于参数“时钟偏差”（默认 5 秒）。',
      en: 'At least 3 of the last 5 signals were ahead, by more than the parameter for clock skew (5 s unless changed).',
    },
    ends: {
      'zh-CN': '最近 5 个信号中超前的不足 3 个，并保持一段观察时间。',
      en: 'Fewer than 3 of the last 5 signals are ahead, for the hold time.',
    },
    advice: [
      {
        'zh-CN': '在上报方主机执行 timedatectl 或 chronyc tracking，确认时间同步正常。',
        en: 'Run timedatectl or chronyc tracking on the host of the sender and see that its time is synchronized.',
      },
      {
        'zh-CN': '多个来源同时超前时，检查 Highwater 数据库主机的时钟是否偏慢。',
        en: 'If several sources are ahead at once, check whether the clock of the database host of Highwater is slow.',
      },
      {
        'zh-CN': '检查上报程序是否把本地时间当成 UTC 发送。',
        en: 'Check that the sender does not pass local time off as UTC.',
      },
    ],
  },
  evaluation_gap: {
    meaning: {
      'zh-CN': '有一段时间没有任何工作进程检测项目，期间的告警可能推迟，短暂的异常可能已经结束。',
      en: 'For a while no worker judged any project: alerts of that time may be late, and short troubles may be over already.',
    },
    trigger: {
      'zh-CN':
        '两次检测之间的间隔超过参数“评估中断”（默认 60 秒），在恢复检测时记录，一次中断一条消息。',
      en: 'More than the parameter allows (60 s unless changed) passed between two evaluations. It is recorded when evaluation works again, with one message per gap.',
    },
    ends: {
      'zh-CN': '恢复检测时立即结束。',
      en: 'It ends as it is recorded, for evaluation works again.',
    },
    advice: [
      {
        'zh-CN': '查看这段时间 worker 与数据库的日志：是计划内停机、崩溃，还是数据库不可用。',
        en: 'Read the logs of worker and database for that time: was it a planned stop, a crash, or a database that was away?',
      },
      {
        'zh-CN':
          '查看随后的汇总消息：期间出现又结束的告警会从保存的信号中补查出来，每个通道一条汇总。',
        en: 'Read the digest that follows: what came and went in the gap is found in the stored signals and told once per channel.',
      },
      {
        'zh-CN': '在第二台主机上再运行一个 worker，即可避免单点中断。',
        en: 'Run a second worker on another host: it takes over within seconds.',
      },
      {
        'zh-CN': '让外部监控访问 Highwater 的健康检查地址，以便在它停止时就知道。',
        en: 'Have an outside monitor call the health address of Highwater, so that somebody knows while it stands still.',
      },
    ],
  },
} as const satisfies Record<string, AlertEventGuide>
