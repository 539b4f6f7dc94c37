import type { AlertEventGuide } from './guide.ts'

export const hostGuides = {
  host_down: {
    meaning: {
      'zh-CN': '主机很久没有心跳：它可能宕机、断网，或上报进程已退出。',
      en: 'The host has sent no heartbeat for long: it may be down, cut off, or its reporting process has ended.',
    },
    trigger: {
      'zh-CN':
        '超过参数“主机失联时间”（默认 540 秒）没有心跳。Highwater 自身停止检测期间不计算在内；正常停止的节点不会告警。',
      en: 'No heartbeat for longer than the parameter for it (540 s unless changed). Time during which Highwater itself was not evaluating does not count, and a node that was stopped in order raises no alert.',
    },
    ends: {
      'zh-CN': '主机重新上报心跳并保持一段观察时间；或主机被移除。',
      en: 'The host reports again for the hold time; or it is removed.',
    },
    advice: [
      {
        'zh-CN': '尝试 ping 和 SSH 登录；登录不上时从云平台或带外管理口查看主机是否在运行。',
        en: 'Try ping and SSH; if neither answers, look at the machine through the cloud console or its management port.',
      },
      {
        'zh-CN':
          '能登录时检查上报进程（Highwater 节点为 worker）是否存活，查看其日志末尾与 OOM 记录。',
        en: 'If you can log in, check that the reporting process lives (on a node of Highwater: the worker), the end of its log, and whether the kernel killed it for lack of memory.',
      },
      {
        'zh-CN': '检查主机到 Highwater 或数据库的网络、防火墙和 DNS。',
        en: 'Check network, firewall and DNS from the host to Highwater or its database.',
      },
      {
        'zh-CN': '多节点部署时确认其任务已由其他节点接管；主机不再使用的，在主机页移除。',
        en: 'With several nodes, see that another has taken over its work; remove a host that is no longer used on the page Hosts.',
      },
    ],
  },
  host_down_migrate_resource: {
    meaning: {
      'zh-CN': 'Highwater 的一个节点失去响应，它手上的工作已由其他节点接管，通知与采集没有丢失。',
      en: 'A node of Highwater stopped answering and another one has taken over what it had in hand: no message and no collection is lost.',
    },
    trigger: {
      'zh-CN': '节点在占用任务期间失去响应，任务的租约到期后被另一台主机上的节点取走。',
      en: 'A node stopped answering while it held work, and when its leases ran out a node on another host took them.',
    },
    ends: {
      'zh-CN': '全部任务接管完成，或该主机恢复。',
      en: 'Everything it held has been taken over, or the host is back.',
    },
    advice: [
      {
        'zh-CN': '无需立即操作；确认接管的节点负载正常。',
        en: 'Nothing has to be done at once; see that the node that took over can bear the load.',
      },
      {
        'zh-CN': '中断瞬间正在发送的消息可能重复一次，编号相同即为同一条。',
        en: 'A message that was being sent at that moment may arrive twice; the same id means the same message.',
      },
      {
        'zh-CN': '按“主机失联”的步骤查清原因并恢复该节点，恢复前没有冗余。',
        en: 'Find the cause as for a host that is down and bring the node back: until then there is no spare.',
      },
    ],
  },
  host_threshold: {
    meaning: {
      'zh-CN': '主机的 CPU、内存或磁盘使用率长时间过高，其上的任务可能变慢或失败。',
      en: 'CPU, memory or disk of the host has been nearly used up for a while: what runs on it may slow down or fail.',
    },
    trigger: {
      'zh-CN':
        'CPU 超过 85%、内存超过 85% 或磁盘超过 90%（均为参数），并持续参数规定的时间（默认 120 秒）。同时超限的各项合并为一条告警。',
      en: 'CPU over 85 %, memory over 85 % or disk over 90 % (all parameters) for as long as the parameter says (120 s unless changed). Several at once are one alert.',
    },
    ends: {
      'zh-CN': '所有使用率回落到阈值以内并持续同样的时间；或主机被移除。',
      en: 'All of them are back within their limits for the same time; or the host is removed.',
    },
    advice: [
      {
        'zh-CN': 'CPU 或内存：用 top 找出占用最高的进程，判断是任务过多还是异常进程。',
        en: 'CPU or memory: find the greediest processes with top and tell too much work from one that ran wild.',
      },
      {
        'zh-CN':
          '磁盘：用 du 逐级查找，优先清理旧日志、core 文件和已完成任务的中间数据；不要删除仍在使用的日志位点。',
        en: 'Disk: walk down with du and clear old logs, core files and leftovers of finished jobs first; never delete logs that a running job still has to read.',
      },
      {
        'zh-CN': '释放不再需要的项目，或把部分项目迁到其他主机。',
        en: 'Release projects that nobody needs, or move some to another host.',
      },
      {
        'zh-CN': '长期如此则扩容；阈值不适合本环境时在参数页调整。',
        en: 'If it stays so, add resources; if the limits do not suit your machines, change them on the page Parameters.',
      },
    ],
  },
} as const satisfies Record<string, AlertEventGuide>
