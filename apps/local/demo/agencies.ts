/** The agencies of 云川, a city that does not exist. */
export interface DemoAgency {
  readonly id: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly parent?: string;
}

export const agencies: readonly DemoAgency[] = [
  { id: 'party', name: '中共云川市委', nameEn: 'Yunchuan Municipal Party Committee', kind: 'party' },
  { id: 'gov', name: '云川市人民政府', nameEn: 'Yunchuan Municipal Government', kind: 'government' },
  { id: 'cdi', name: '云川市纪委监委', nameEn: 'Yunchuan Discipline and Supervision Commission', kind: 'discipline' },
  {
    id: 'disp1',
    name: '市纪委监委驻住建系统纪检监察组',
    nameEn: 'Discipline Group at Housing and Construction',
    kind: 'discipline',
  },
  {
    id: 'disp2',
    name: '市纪委监委驻国资系统纪检监察组',
    nameEn: 'Discipline Group at State-owned Assets',
    kind: 'discipline',
  },
  { id: 'insp', name: '云川市委巡察工作领导小组办公室', nameEn: 'Yunchuan Inspection Office', kind: 'inspection' },
  { id: 'team1', name: '市委第一巡察组', nameEn: 'First Inspection Team', kind: 'inspection', parent: 'insp' },
  { id: 'team2', name: '市委第二巡察组', nameEn: 'Second Inspection Team', kind: 'inspection', parent: 'insp' },
  { id: 'audit', name: '云川市审计局', nameEn: 'Yunchuan Audit Bureau', kind: 'audit' },
  { id: 'fin', name: '云川市财政局', nameEn: 'Yunchuan Finance Bureau', kind: 'finance' },
  { id: 'org', name: '中共云川市委组织部', nameEn: 'Yunchuan Organisation Department', kind: 'organisation' },
  { id: 'prop', name: '中共云川市委宣传部', nameEn: 'Yunchuan Publicity Department', kind: 'propaganda' },
  { id: 'police', name: '云川市公安局', nameEn: 'Yunchuan Public Security Bureau', kind: 'justice' },
  { id: 'unit1', name: '云川市安居保障中心', nameEn: 'Yunchuan Housing Support Centre', kind: 'unit' },
  { id: 'unit2', name: '云川市清源水务集团', nameEn: 'Yunchuan Qingyuan Water Group', kind: 'unit' },
  { id: 'unit3', name: '云川市青石镇人民政府', nameEn: 'Qingshi Township Government', kind: 'unit' },
  { id: 'platform', name: '云川市联动平台运行中心', nameEn: 'Platform Operations', kind: 'platform' },
];
