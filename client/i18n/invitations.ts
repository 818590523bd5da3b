import type { Role } from '../../shared/panel/terms.ts';
import { common } from './common.ts';
import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Invitations: the list on the secretary's page, and the slips that are printed. */
export const invitations = {
  listHelp: text(
    '每个席位有自己的链接和邀请码。可逐个发送，也可打印邀请单当面分发。',
    'Each seat has its own link and code. Send them one by one, or print the slips and hand them out.',
  ),
  print: text('打印邀请单', 'Print the slips'),
  list: text('邀请名单', 'Invitations'),
  seat: text('席位', 'Seat'),
  code: text('邀请码', 'Code'),
  link: text('链接', 'Link'),
  state: text('状态', 'State'),
  acts: text('操作', 'Acts'),
  joined: text('已进入', 'Joined'),
  notJoined: text('未进入', 'Not yet'),
  copy: text('复制链接', 'Copy link'),
  copied: text('已复制', 'Copied'),
  copyByHand: text('请手动复制', 'Copy by hand'),
  spareDevice: text('供另一台秘书设备使用', 'for a second device of the secretary'),
  openProjection: text('打开投屏', 'Open the projection'),
  void: text('作废并重发', 'Void and reissue'),
  forSeat: text('{act}：{name}', '{act}: {name}'),
  voidTitle: text('作废并重发“{name}”的邀请？', 'Void and reissue the invitation of {name}?'),
  voidOut: text(
    '“{name}”正在使用的所有设备会立即退出，原来的链接和邀请码不再有效。',
    'All devices that {name} uses are out at once; the old link and code no longer work.',
  ),
  voidKeeps: text(
    '已保存的评分不受影响。新的链接和邀请码随即生效，请重新发给本人。',
    'What is saved stays. The new link and code work at once; send them to the same person.',
  ),
  voided: text('“{name}”的邀请已重发。', 'The invitation of {name} was reissued.'),

  slipsTitle: text('邀请单', 'Invitation slips'),
  slipsHelp: text(
    '每席一张，A4 打印后沿虚线裁开。邀请码等同钥匙，请只交给本人。',
    'One slip a seat; print on A4 and cut along the dashed lines. A code is a key: hand it to its person only.',
  ),
  back: text('返回秘书页', 'Back to the panel'),
  slipHow: text(
    '扫描二维码；或在浏览器打开 {host}，输入邀请码。',
    'Scan the code, or open {host} in a browser and enter the code.',
  ),
  slipHowProjection: text(
    '在投屏电脑的浏览器打开 {host}，输入邀请码。',
    'On the computer at the projector open {host} and enter the code.',
  ),
  slipQr: text('{name}的邀请链接二维码', 'QR code of the invitation link of {name}'),
  chairExpert: text('专家（组长）', 'Expert and chair'),
} satisfies Record<string, Text>;

export const ROLE_WORDS: Record<Role, Text> = {
  secretary: common.secretary,
  chair: common.chair,
  expert: common.expert,
  projection: common.projection,
};
