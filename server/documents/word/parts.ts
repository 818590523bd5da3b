/**
 * Parts of the package that the library writes without their East Asian half.
 *
 * `altName`: what to take where the font is not installed: Word, WPS and LibreOffice look there.
 */
const FONTS = [
  { name: '仿宋', alternatives: '仿宋_GB2312,FangSong,STFangsong,华文仿宋', family: 'modern' },
  { name: '宋体', alternatives: 'SimSun,Songti SC,Noto Serif CJK SC', family: 'auto' },
  { name: '黑体', alternatives: 'SimHei,Heiti SC,Noto Sans CJK SC', family: 'modern' },
  { name: 'SimSun-ExtB', alternatives: 'Noto Serif CJK JP,Noto Serif CJK HK', family: 'auto' },
  { name: 'Times New Roman', alternatives: 'Liberation Serif,Tinos', family: 'roman' },
];

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function fontTable(): string {
  const fonts = FONTS.map(
    ({ name, alternatives, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternatives}"/>` +
      `<w:charset w:val="${name.startsWith('Times') ? '00' : '86'}"/>` +
      `<w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `${HEAD}<w:fonts ${NAMESPACE}>${fonts.join('')}</w:fonts>`;
}

/** As a Chinese Word writes them: punctuation closes up, lines are laid out by East Asian rules. */
function settings(): string {
  const compatibility = [
    'spaceForUL',
    'balanceSingleByteDoubleByteWidth',
    'doNotLeaveBackslashAlone',
    'ulTrailSpace',
    'doNotExpandShiftReturn',
    'adjustLineHeightInTable',
    'useFELayout',
  ];
  return (
    `${HEAD}<w:settings ${NAMESPACE}><w:zoom w:percent="100"/>` +
    '<w:characterSpacingControl w:val="compressPunctuation"/>' +
    `<w:compat>${compatibility.map((name) => `<w:${name}/>`).join('')}` +
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>' +
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
  );
}

/** What replaces the library's own parts of the same path. */
export const PARTS = [
  { path: 'word/fontTable.xml', data: fontTable() },
  { path: 'word/settings.xml', data: settings() },
];
