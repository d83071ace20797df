/** The one place where a refusal's code becomes an HTTP status (contract §1). A code that is not here is 422. */
const codes: Readonly<Record<number, readonly string[]>> = {
  400: ['UNREADABLE', 'MALFORMED_JSON', 'INVALID_CURSOR'],
  401: ['NOT_SIGNED_IN', 'WRONG_CREDENTIALS'],
  403: ['FORBIDDEN', 'NO_ACCESS_RULE', 'CROSS_SITE', 'NOT_YOURS', 'NOT_OPERATOR'],
  404: ['NOT_FOUND', 'NO_RECEIVER', 'UNKNOWN_INCIDENT'],
  405: ['METHOD_NOT_ALLOWED'],
  409: [
    'ALREADY_ACTED',
    'ALREADY_CLAIMED',
    'ALREADY_WITHDRAWN',
    'ALREADY_IN_FORCE',
    'AMBIGUOUS_RECEIVER',
    'CASE_CLOSED',
    'CASE_ENDED',
    'CASE_NOT_STARTED',
    'CASE_NOT_SUSPENDED',
    'CASE_STARTED',
    'CASE_SUSPENDED',
    'CLOCK_CANNOT_STOP',
    'CONFLICT',
    'DRAFT_CHANGED',
    'EXPIRED',
    'EXTENSION_LIMIT',
    'EXTENSION_PENDING',
    'KEY_TAKEN',
    'LAST_SIGNER',
    'NOT_AT_REST',
    'NONE_IN_FORCE',
    'NOT_CLAIMED',
    'NOT_WITHDRAWN',
    'NO_OTHER_CANDIDATE',
    'NOT_WITHDRAWABLE',
    'NOT_RETURNABLE',
    'OPEN_TRACKS',
    'SAME_VERSION',
    'SIBLINGS_OPEN',
    'STALE_TASK',
    'TASK_NOT_SUSPENDED',
    'TASK_SUSPENDED',
    'VERSION_NOT_IN_FORCE',
    'VERSION_WITHDRAWN',
  ],
  413: ['TOO_LARGE'],
  415: ['UNSUPPORTED_MEDIA_TYPE'],
  429: ['BUSY', 'LOCKED', 'TOO_MANY_REQUESTS'],
  500: ['INTERNAL'],
  501: ['NOT_SUPPORTED', 'TIME_SKIPPING_UNAVAILABLE'],
  503: ['NO_RULEBOOK', 'UNAVAILABLE'],
};

const statuses = new Map(
  Object.entries(codes).flatMap(([status, names]) => names.map((code) => [code, Number(status)] as const)),
);

/** HTTP status of a refusal. */
export const statusOfCode = (code: string): number => statuses.get(code) ?? 422;

const titles: Readonly<Record<number, string>> = {
  400: '请求无法读取',
  401: '请先登录',
  403: '无权操作',
  404: '未找到',
  405: '方法不允许',
  409: '状态冲突',
  413: '内容过大',
  415: '不支持的内容类型',
  422: '内容有误',
  429: '请求过于频繁',
  500: '系统内部错误',
  501: '尚不支持',
  503: '服务暂不可用',
};

/** Heading of a problem, in Chinese; the detail says what to do. */
export const titleOfStatus = (status: number): string => titles[status] ?? '请求未完成';
