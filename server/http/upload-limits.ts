import { RateLimiterMemory } from 'rate-limiter-flexible';

/** A whole folder dropped at once, but not a program that fills the disk. */
const PER_PANEL = { points: 120, duration: 60 };
/** At a time: the client sends one after the other, two devices send two. */
const AT_ONCE = 3;

/** How many files a panel may send. */
export class UploadLimits {
  #minute = new RateLimiterMemory(PER_PANEL);
  #underWay = new Map<string, number>();

  /** Seconds to wait, or 0: then the upload is counted until `end`. */
  async begin(panel: string): Promise<number> {
    if ((this.#underWay.get(panel) ?? 0) >= AT_ONCE) return 1;
    this.#underWay.set(panel, (this.#underWay.get(panel) ?? 0) + 1);
    const { consumedPoints, msBeforeNext } = await this.#minute.penalty(panel);
    if (consumedPoints <= PER_PANEL.points) return 0;
    this.end(panel);
    return Math.max(1, Math.ceil(msBeforeNext / 1000));
  }

  end(panel: string): void {
    const left = (this.#underWay.get(panel) ?? 1) - 1;
    if (left > 0) this.#underWay.set(panel, left);
    else this.#underWay.delete(panel);
  }
}
