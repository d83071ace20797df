/** A person with one post; the account is the user name. */
export interface DemoPerson {
  readonly account: string;
  readonly name: string;
  readonly agency: string;
  readonly role: string;
  readonly title: string;
}

const person = (account: string, name: string, agency: string, role: string, title: string): DemoPerson => ({
  account,
  name,
  agency,
  role,
  title,
});

export const people: readonly DemoPerson[] = [
  person('designer', '卢明远', 'platform', 'designer', '流程设计员'),
  person('sysadmin', '贺知行', 'platform', 'sysadmin', '系统管理员'),
  person('secadmin', '闻人静', 'platform', 'secadmin', '安全保密管理员'),
  person('auditadmin', '邱守正', 'platform', 'auditadmin', '安全审计员'),
  person('supervisor', '严望川', 'cdi', 'supervisor', '市纪委监委分管领导'),
  person('cdi.head', '顾清如', 'cdi', 'cdi.head', '市纪委监委主要负责人'),
  person('cdi.intake', '沈一鸣', 'cdi', 'cdi.intake', '案件监督管理室主任'),
  person('cdi.intake2', '秦素心', 'cdi', 'cdi.intake', '案件监督管理室干部'),
  person('cdi.petition', '陶若谷', 'cdi', 'cdi.petition', '信访室主任'),
  person('cdi.oversight', '韩立言', 'cdi', 'cdi.oversight', '第一监督检查室主任'),
  person('cdi.invest', '江慎行', 'cdi', 'cdi.invest', '第四审查调查室主任'),
  person('cdi.trial', '罗衡', 'cdi', 'cdi.trial', '案件审理室主任'),
  person('cdi.trial2', '纪文澜', 'cdi', 'cdi.trial', '案件审理室干部'),
  person('cdi.style', '常清', 'cdi', 'cdi.style', '党风政风监督室主任'),
  person('cdi.office', '方若谷', 'cdi', 'cdi.office', '市纪委监委办公室主任'),
  person('cdi.disp', '尹砺', 'disp1', 'cdi.disp', '派驻纪检监察组组长'),
  person('cdi.disp2', '岑正', 'disp2', 'cdi.disp', '派驻纪检监察组组长'),
  person('insp.office', '段思齐', 'insp', 'insp.office', '巡察办主任'),
  person('insp.team1', '岑远山', 'team1', 'insp.team', '第一巡察组组长'),
  person('insp.team2', '戚晓棠', 'team2', 'insp.team', '第二巡察组组长'),
  person('audit.head', '费正平', 'audit', 'audit.head', '审计局局长'),
  person('audit.staff', '童细数', 'audit', 'audit.staff', '经济责任审计科审计员'),
  person('fin.head', '钱守仓', 'fin', 'fin.head', '财政局局长'),
  person('fin.staff', '米丰年', 'fin', 'fin.staff', '财会监督科干部'),
  person('org.staff', '任知秋', 'org', 'org.staff', '干部监督科干部'),
  person('prop.staff', '文若溪', 'prop', 'prop.staff', '理论科干部'),
  person('unit1.head', '安怀民', 'unit1', 'unit.head', '安居保障中心主任'),
  person('unit1.staff', '白晓禾', 'unit1', 'unit.staff', '安居保障中心办公室干部'),
  person('unit2.head', '程水生', 'unit2', 'unit.head', '水务集团董事长'),
  person('unit3.head', '石敬田', 'unit3', 'unit.head', '青石镇镇长'),
  person('police.head', '司马正', 'police', 'law.head', '公安局局长'),
  person('police.staff', '云逐风', 'police', 'law.staff', '公安局警务督察支队民警'),
  person('leader1', '祝青禾', 'gov', 'party.member', '常务副市长'),
  person('leader2', '蓝安澜', 'gov', 'party.member', '副市长'),
  person('leader3', '鲍泽民', 'gov', 'party.member', '副市长'),
  person('party.sec', '高临渊', 'party', 'party.sec', '市委书记'),
];
