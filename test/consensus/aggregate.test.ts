import { describe, expect, test } from 'vitest';
import { aggregateOf, emptyAggregate, replaceMark } from '../../shared/consensus/aggregate.ts';
import { mark, marks } from './cards.ts';

describe('the aggregate of an indicator', () => {
  test('[AG1] counts scores in order, abstentions apart, missing marks not at all', () => {
    expect(aggregateOf(marks(3, 1, 'a', null, 2.5, 3))).toEqual({
      n: 4,
      sum: 950,
      scores: [100, 250, 300, 300],
      abstained: 1,
    });
    expect(aggregateOf([])).toEqual(emptyAggregate);
    expect(aggregateOf(marks(0))).toMatchObject({ n: 1, sum: 0 });
  });

  test('[AG2] follows a mark from missing to scored, changed, abstained and missing again', () => {
    const others = aggregateOf(marks(3, 1));
    const scored = replaceMark(others, undefined, mark(2));
    expect(scored).toEqual(aggregateOf(marks(1, 2, 3)));
    const changed = replaceMark(scored, mark(2), mark(5));
    expect(changed).toEqual(aggregateOf(marks(1, 3, 5)));
    const abstained = replaceMark(changed, mark(5), 'abstained');
    expect(abstained).toEqual(aggregateOf(marks(1, 3, 'a')));
    expect(replaceMark(abstained, 'abstained', undefined)).toEqual(others);
  });

  test('[AG2] leaves the aggregate it was given alone', () => {
    const before = Object.freeze(aggregateOf(marks(3, 1)));
    Object.freeze(before.scores);
    replaceMark(before, mark(3), mark(2));
    expect(before).toEqual(aggregateOf(marks(1, 3)));
  });

  test('[AG3] refuses to take back what is not in it', () => {
    expect(() => replaceMark(emptyAggregate, mark(1), undefined)).toThrow(RangeError);
    expect(() => replaceMark(emptyAggregate, 'abstained', mark(1))).toThrow(RangeError);
  });
});
