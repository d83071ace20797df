export const task = {
  task: {
    of: '任务',
    one: '环节',
    assignee: '承办人',
    unassigned: '待签收',
    from: '办理单位',
    role: '岗位',
    due: '到期日',
    limit: '期限',
    status: '状态',
    basis: '办理依据',
    opened: '到达',
    stayed: (days: number) => `已停留 ${days} 天`,
    statuses: { open: '待办', suspended: '已中止', completed: '已办', cancelled: '已取消' },
    why: '为什么是这天？',
  },
};
