import { expect, test } from 'vitest';
import { parseName } from '../../shared/framework/parse-name.ts';

test.each([
  ['名称(5分)', '名称', 500],
  ['名称（15分）', '名称', 1500],
  ['名称 (15%)', '名称', 1500],
  ['名称（１５％）', '名称', 1500],
  ['项目立项 (15分)', '项目立项', 1500],
  ['名称 （ 2.5 分 ） ', '名称', 250],
  ['名称[分值：5]', '名称', 500],
  ['名称【权重：15%】', '名称', 1500],
  ['成本节约（成本指标）（3分）', '成本节约（成本指标）', 300],
])('[FW4] "%s" is "%s" with points', (text, name, points) => {
  expect(parseName(text)).toEqual({ name, points });
});

test.each([
  '名称',
  '成本节约（成本指标）',
  '社区矫正场所服务人员合格数（个）',
  '方案(2023)',
  '(5分)',
  '名称(5.555分)',
  '名称(-5分)',
  '名称(2000分)',
  '名称(5分',
  '名称5分)',
  '名称(分)',
  '',
])('[FW4] "%s" names no points and stays whole', (text) => {
  expect(parseName(text)).toEqual({ name: text, points: null });
});
