import { describe, expect, test } from 'vitest';
import { readUpload } from '../../server/import/read-upload.ts';
import { TEMPLATE_LANGUAGES, templateWorkbook } from '../../server/import/template.ts';
import { readFramework } from '../../shared/import/read-framework.ts';
import { readPeople } from '../../shared/import/people.ts';
import { workbookOf } from '../kit/workbooks.ts';
import { adopted, doubts, tree } from './read.ts';

describe('the blank template', () => {
  test.each(TEMPLATE_LANGUAGES)(
    '[IM9] %s: brought back empty it says so, filled in it is read',
    async (language) => {
      const sheets = await readUpload(Buffer.from(await templateWorkbook(language)));
      const empty = readFramework(sheets);
      expect(doubts(empty)).toEqual(['no-rows']);
      expect(empty.columns.map(({ role }) => role)).toEqual([
        ...['level1', 'level2', 'level3', 'level4', 'points', 'criteria', 'explanation'],
        ...['responsible', 'selfScore', 'selfReason'],
      ]);

      const rows = [
        ['决策', '立项', '论证', '充分', '60', '明确(60分)', '何谓', '办公室', '55', '有报告'],
        ['', '', '目标', '', '40', '', '', '', '40', ''],
      ];
      const experts = [['专家甲', '教授', '某大学']];
      const filled = await readUpload(
        await workbookOf([
          { ...sheets[0]!, rows: [...sheets[0]!.rows, ...rows] },
          { ...sheets[1]!, rows: [...sheets[1]!.rows, ...experts] },
        ]),
      );
      const reading = readFramework(filled);
      expect(doubts(reading)).toEqual([]);
      expect(tree(reading)).toBe('决策(立项(论证(充分60) 目标40))');
      expect(Object.values(adopted(reading).selfAssessment)).toHaveLength(2);
      expect(readPeople(filled).people.map(({ name }) => name.value)).toEqual(['专家甲']);
      expect(readPeople(sheets).doubts.map(({ code }) => code)).toEqual(['no-people']);
    },
  );
});
