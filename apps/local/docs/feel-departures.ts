/** Where our FEEL and DMN answer otherwise than the official compatibility kit expects. */
export interface Departure {
  /** Matches the kit's "folder/test case/decision". */
  readonly cases: RegExp;
  readonly why: string;
}

export const feelDepartures: readonly Departure[] = [
  {
    cases: /^(0021-|0070-|0082-|0057-.*\/decision008)/,
    why: '结构类型（itemDefinition）只用来认名称，不强制转换结果：列表不变成单个值，不合类型不变成 null，instance of 只认内置类型；上下文中重复的键取后一个',
  },
  {
    cases: /^(0036-|009[5-8]-)/,
    why: '案件变量是 JSON：没有写明类型的日期以文字进入，须在输入列或输入数据上写 typeRef，或在表达式中写 date(x)',
  },
  { cases: /^0076-/, why: '没有 Java 函数' },
  {
    cases: /^(0085-|0086-|0089-|0088-|0092-.*\/decision_01[34])/,
    why: '没有决策服务和对其他文件的引用，没有逻辑的决策不取输入值；内置函数不作为值传递',
  },
  { cases: /^115[0-4]-/, why: '1.4 起的框式条件、筛选和循环须写成文字表达式（发布时指出）' },
  { cases: /^0037-/, why: '形式参数的名称不能带点' },
  {
    cases: /^(0068-.*range_|0074-.*range_|0072-.*null_|1156-|0070-.*range)/,
    why: '区间只有 [a..b] 一种写法，可以开口；没有 range(…) 函数和 (< 10) 这样的区间值；开口的一端放行',
  },
  { cases: /^1130-/, why: '区间的关系函数只有 before、after、meets、met by、overlaps、includes' },
  { cases: /^0072-.*(list|null)_/, why: '列表套列表的 in 按逐个元素比较；与 null 的比较结果为 null' },
  { cases: /^0084-/, why: 'for 的范围只数整数；空区间得到空列表' },
  {
    cases: /^(0007-|0100-|0103-|1115-|1116-|1117-|1120-|1121-)/,
    why: '公元前和五位数以上的年份、24:00:00、超出 18 小时的时区偏移不支持；零时长写作 PT0S 或 P0M，零偏移按原样写出',
  },
  { cases: /^1100-|^114[1-4]-/, why: '小数位数不是整数或超出范围时按最接近的可行值计算，而不是 null' },
  { cases: /^(1109-|1111-)/, why: '正则表达式在线性时间内求值（RE2），没有 x 标志、字符类相减和反向引用' },
  { cases: /^1155-/, why: 'list replace 的位置不从末尾数起，越界时不是 null' },
];
