import type { Slide } from '../../shared/panel/stage.ts';
import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The projection as chair and secretary lead it from their consoles. */
export const stage = {
  projection: text('投屏', 'Projection'),
  follows: text('跟随进程：{shown}', 'Follows the meeting: {shown}'),
  isLed: text('手动投放：{shown}', 'Put up by hand: {shown}'),
  isBlank: text('已黑屏（{shown}）', 'Dark ({shown})'),
  about: text('{slide} · {name}', '{slide} · {name}'),
  previous: text('上一张', 'Back'),
  next: text('下一张', 'Next'),
  blank: text('黑屏', 'Dark'),
  shows: text('投放内容', 'What it shows'),
  follow: text('跟随进程', 'Follow the meeting'),
  reasonsOnWall: text('投屏上的专家理由', "Experts' reasons on the projection"),
  reasonsShown: text('不署名展示', 'Shown unsigned'),
  reasonsShownHelp: text(
    '讨论某项指标时，投屏列出专家写的理由，不写是谁。',
    "While an indicator is discussed the projection lists the experts' reasons, without names.",
  ),
  reasonsHidden: text('不展示', 'Not shown'),
  reasonsHiddenHelp: text(
    '投屏只展示分数分布；理由只在组长台和专家各自的页面上看。',
    "The projection shows the distribution only; reasons are read on the consoles and the experts' own pages.",
  ),
  nextSteps: text('投屏末页：后续事项', 'Last slide: next steps'),
  nextStepsHelp: text(
    '每行一条，最多四条；留空则用上面的常用说法。',
    'One a line, at most four; leave it empty for the usual words above.',
  ),
  keyTurn: text('投屏：上一张、下一张', 'Projection: back, next'),
  keyBlank: text('投屏：黑屏', 'Projection: dark or light'),
  keyFollow: text('投屏：跟随进程、停在此张', 'Projection: follow, or stay here'),
} satisfies Record<string, Text>;

export const SLIDE_WORDS: Record<Slide, Text> = {
  welcome: text('欢迎与入席', 'Welcome'),
  scoring: text('评分进度', 'Scoring'),
  overview: text('分歧总览', 'Overview'),
  reveal: text('逐项揭示', 'Reveal'),
  discussion: text('讨论', 'Discussion'),
  decisions: text('定分进度', 'Decisions'),
  grade: text('总分与等级', 'Grade'),
  signatures: text('签字进度', 'Signatures'),
  sealed: text('封存', 'Sealed'),
  thanks: text('致谢与后续', 'Thanks'),
};
