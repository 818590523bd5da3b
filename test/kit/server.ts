import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import type { Invitation, JoinAnswer } from '../../shared/wire/http.ts';

const MAIN = path.resolve(import.meta.dirname, '../../dist/server/main.js');

/** A real server in a process of its own, as `npm start` runs it, on a free loopback port. */
export class TestServer {
  readonly url: string;
  /** The fragment of the secretary's link. */
  readonly officeSecret: string;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, url: string, officeSecret: string) {
    this.#child = child;
    this.url = url;
    this.officeSecret = officeSecret;
  }

  /** Starts it and waits until it has printed its address. `env` overrides, e.g. REDIS_URL. */
  static async start(dataDir: string, env: Record<string, string> = {}): Promise<TestServer> {
    const child = spawn(process.execPath, [MAIN], {
      env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let printed = '';
    child.stderr!.on('data', (chunk: Buffer) => (printed += chunk));
    const [url, secret] = await new Promise<[string, string]>((resolve, reject) => {
      child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
      child.stdout!.on('data', (chunk: Buffer) => {
        printed += chunk;
        const link = /Secretary:\s+(\S+)\/office#(\S+)/.exec(printed);
        if (link && printed.includes('Ctrl-C')) resolve([link[1]!, link[2]!]);
      });
    });
    return new TestServer(child, url, secret);
  }

  /** Runs it to its end, for starts that must fail. */
  static async runToEnd(
    env: Record<string, string>,
  ): Promise<{ code: number | null; said: string }> {
    const child = spawn(process.execPath, [MAIN], { env: { ...process.env, ...env } });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, said };
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  get pid(): number {
    return this.#child.pid!;
  }

  /** Sends a signal and waits for the end; the exit code, or null after a kill. */
  async stop(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL' = 'SIGTERM'): Promise<number | null> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null)
      return this.#child.exitCode;
    const ended = new Promise<number | null>((resolve) => this.#child.once('exit', resolve));
    this.#child.kill(signal);
    return ended;
  }

  /** The secretary, with a cookie jar of its own. */
  async office(): Promise<Visitor> {
    const visitor = new Visitor(this.url);
    await visitor.post('/api/office/session', { secret: this.officeSecret });
    return visitor;
  }
}

/** A browser's HTTP side: keeps cookies, sends the page's Origin. */
export class Visitor {
  readonly base: string;
  readonly cookies = new Map<string, string>();

  constructor(base: string) {
    this.base = base;
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async request(method: string, url: string, body?: unknown, headers = {}): Promise<Response> {
    const response = await fetch(this.base + url, {
      method,
      headers: {
        origin: this.base,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookies.size > 0 ? { cookie: this.cookie } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name!, value!);
    }
    return response;
  }

  async post<T>(url: string, body?: unknown): Promise<T> {
    const response = await this.request('POST', url, body ?? {});
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    return (response.status === 204 ? null : await response.json()) as T;
  }

  async get<T>(url: string): Promise<T> {
    const response = await this.request('GET', url);
    if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }

  /** Joins by code and holds the seat's token instead of its cookie. */
  async tokenFor(code: string): Promise<JoinAnswer & { token: string }> {
    return this.post('/api/join?token=1', { code });
  }

  async invitations(panel: string): Promise<Invitation[]> {
    const { invitations } = await this.get<{ invitations: Invitation[] }>(
      `/api/panels/${panel}/secretary/invitations`,
    );
    return invitations;
  }
}
