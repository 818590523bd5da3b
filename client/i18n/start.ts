import type { Phase } from '../../shared/panel/terms.ts';
import { common } from './common.ts';
import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The doors: start, office link, invitation link, and the page that isn't there. */
export const start = {
  title: text('专家组评审', 'Expert panel'),
  codeDoor: text('输入邀请码', 'Enter a code'),
  codeHelp: text(
    '邀请单上的八位字符，大小写、空格和连字符不限。',
    'The eight characters on your slip; case, spaces and the hyphen do not matter.',
  ),
  code: text('邀请码', 'Code'),
  codeShort: text('还差 {n} 位。邀请码共八位字符。', '{n} more: a code has eight characters.'),
  enter: text('进入评审会', 'Enter'),
  entering: text('正在进入…', 'Entering…'),
  waitSeconds: text('请在 {n} 秒后再试。', 'Try again in {n} seconds.'),
  newDoor: text('新建评审会', 'New panel'),
  newHelp: text(
    '选择起始的指标体系，建好后都可以改。',
    'Choose what to start from; all can be changed.',
  ),
  presetGroup: text('起始指标体系', 'Start from'),
  presetZhongshan: text('中山 2019', 'Zhongshan 2019'),
  presetFengshun: text('梅州丰顺 2023', 'Fengshun, Meizhou 2023'),
  presetNational: text('财预〔2020〕10号参考框架', 'Reference framework 财预〔2020〕10号'),
  presetEmpty: text('空白', 'Blank'),
  presetSize: text('{levels} 级 · {leaves} 项', '{levels} levels · {leaves} indicators'),
  presetSelf: text('含自评', 'with self-assessment'),
  presetBlankSize: text('自行录入或从 Excel 粘贴', 'type it in or paste it from Excel'),
  create: text('新建评审会', 'Create the panel'),
  creating: text('正在新建…', 'Creating…'),
  notOffice: text(
    '新建评审会要在秘书的设备上进行。请在那台设备上打开服务器启动时给出的“秘书链接”，再回到本页。',
    "A panel is created on the secretary's device. Open there the secretary's link that the server printed when it started, then come back to this page.",
  ),
  panelsHere: text('已建的评审会', 'Panels made here'),
  noPanels: text(
    '还没有评审会。从上面选一个指标体系，新建第一个。',
    'No panels yet. Choose a framework above and create the first one.',
  ),
  unnamed: text('未命名项目', 'Unnamed project'),

  officeTitle: text('秘书的设备', "The secretary's device"),
  officeWait: text('正在登记这台设备…', 'Registering this device…'),
  officeHelp: text(
    '请在运行服务器的电脑上查看启动时给出的“秘书链接”，整条复制后重新打开。',
    "Look up the secretary's link that the server printed when it started, and open the whole of it again.",
  ),
  joinTitle: text('进入评审会', 'Joining'),
  joinWait: text('正在核对邀请链接…', 'Checking the invitation link…'),
  joinHelp: text(
    '请重新扫描邀请单上的二维码，或回到首页输入八位邀请码；若已作废，请向秘书索取新的邀请单。',
    'Scan the code on your slip again, or enter its eight characters on the start page; if it was voided, ask the secretary for a new slip.',
  ),
  noSecret: text(
    '链接不完整，缺少“#”之后的部分。',
    'The link is incomplete: the part after “#” is missing.',
  ),
  again: text('重试', 'Try again'),
  toStart: text('回到首页', 'To the start page'),
  lostTitle: text('没有这个页面', 'No such page'),
  lostHelp: text(
    '请核对地址，或回到首页输入邀请码。',
    'Check the address, or go to the start page and enter your code.',
  ),
  broken: text(
    '出错了，请刷新页面后重试；若仍如此，请告知秘书。',
    'Something went wrong. Reload the page; if it persists, tell the secretary.',
  ),
} satisfies Record<string, Text>;

export const PHASE_WORDS: Record<Phase, Text> = {
  setup: common.phaseSetup,
  scoring: common.phaseScoring,
  revealed: common.phaseRevealed,
  concluded: common.phaseConcluded,
  sealed: common.phaseSealed,
};
