import {
  type Ink,
  INK_HEIGHT,
  INK_WIDTH,
  MAX_INK_POINTS,
  MAX_STROKES,
} from '../../shared/panel/ink.ts';
import { simplified } from './simplify-stroke.ts';

/** Where the pad lies on the screen. */
type Box = Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>;
type Point = Pick<PointerEvent, 'clientX' | 'clientY'>;

/** What is being drawn with finger, pen or mouse: one stroke at a time, whoever else touches. */
export class InkPad {
  #strokes: Ink = $state.raw([]);
  #pointer: number | null = null;

  get ink(): Ink {
    return this.#strokes;
  }
  get empty(): boolean {
    return this.#strokes.length === 0;
  }
  /** The paper is full: a further stroke would be refused. */
  get full(): boolean {
    return this.#strokes.length >= MAX_STROKES || this.#points >= MAX_INK_POINTS;
  }

  /** Answers whether this pointer draws now; a second finger or a resting palm does not. */
  begin(pointer: number, at: Point, box: Box): boolean {
    if (this.#pointer !== null || this.full) return false;
    this.#pointer = pointer;
    this.#strokes = [...this.#strokes, place(at, box)];
    return true;
  }

  go(pointer: number, at: readonly Point[], box: Box): void {
    if (pointer !== this.#pointer) return;
    const stroke = [...this.#strokes.at(-1)!];
    for (const point of at) {
      if (this.#points + (stroke.length - this.#strokes.at(-1)!.length) / 2 >= MAX_INK_POINTS)
        break;
      const [x, y] = place(point, box);
      if (x !== stroke.at(-2) || y !== stroke.at(-1)) stroke.push(x, y);
    }
    this.#strokes = this.#strokes.with(-1, stroke);
  }

  end(pointer: number): void {
    if (pointer !== this.#pointer) return;
    this.#pointer = null;
    this.#strokes = this.#strokes.with(-1, simplified(this.#strokes.at(-1)!));
  }

  undo(): void {
    this.#strokes = this.#strokes.slice(0, -1);
  }
  clear(): void {
    this.#strokes = [];
  }

  get #points(): number {
    return this.#strokes.reduce((sum, { length }) => sum + length / 2, 0);
  }
}

/** A point of the screen in the units of the box; a stroke that leaves the pad runs along its edge. */
function place({ clientX, clientY }: Point, { left, top, width, height }: Box): [number, number] {
  const within = (share: number, most: number) =>
    Math.min(most, Math.max(0, Math.round(share * most)));
  return [
    within((clientX - left) / width, INK_WIDTH),
    within((clientY - top) / height, INK_HEIGHT),
  ];
}
