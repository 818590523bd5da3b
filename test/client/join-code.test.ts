import { describe, expect, test } from 'vitest';
import { readCode, showCode } from '../../client/setup/join-code.ts';

describe('a join code as people type it', () => {
  test.each([
    ['7K3M-91QX', '7K3M91QX'],
    ['7k3m 91qx', '7K3M91QX'],
    [' ７ｋ３ｍ－９１ｑｘ ', '7K3M91QX'],
    ['7K3M—91QX', '7K3M91QX'],
    ['oOiIlL-00', '00111100'],
    ['7K3M-91QX-more', '7K3M91QX'],
    ['7k', '7K'],
    ['', ''],
  ])('[JC1] %s means %s', (typed, code) => {
    expect(readCode(typed)).toBe(code);
  });

  test('[JC1] is shown in two groups of four, whole or in part', () => {
    expect(['', '7K3', '7K3M', '7K3M9', '7K3M91QX'].map(showCode)).toEqual([
      '',
      '7K3',
      '7K3M',
      '7K3M-9',
      '7K3M-91QX',
    ]);
  });

  test('[JC1] what is shown is read as the same code', () => {
    expect(readCode(showCode('7K3M91QX'))).toBe('7K3M91QX');
  });
});
