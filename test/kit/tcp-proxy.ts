import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A wire between a client and a local port that can be told to lose one direction, or be cut. */
export class TcpProxy {
  readonly #server: Server;
  readonly #pairs = new Set<[Socket, Socket]>();
  #losing: 'requests' | 'answers' | undefined;
  #unplugged = false;

  private constructor(target: number) {
    this.#server = createServer((client) => {
      if (this.#unplugged) return void client.destroy();
      const upstream = connect(target, '127.0.0.1');
      const pair: [Socket, Socket] = [client, upstream];
      this.#pairs.add(pair);
      client.on('data', (bytes) => {
        if (this.#losing !== 'requests') upstream.write(bytes);
      });
      upstream.on('data', (bytes) => {
        if (this.#losing !== 'answers') client.write(bytes);
      });
      const end = (): void => {
        this.#pairs.delete(pair);
        client.destroy();
        upstream.destroy();
      };
      for (const socket of pair) socket.on('error', end).on('close', end);
    });
  }

  static async start(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    proxy.#server.listen(0, '127.0.0.1');
    await once(proxy.#server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** From now on that direction is lost, and the other one arrives. */
  lose(direction: 'requests' | 'answers'): void {
    this.#losing = direction;
  }

  /** Loses everything on the connections of now, as when a peer vanished; new ones work as usual. */
  silence(): void {
    for (const [client, upstream] of this.#pairs) {
      client.removeAllListeners('data').resume();
      upstream.removeAllListeners('data').resume();
    }
  }

  /** Breaks every connection; new ones work as usual. */
  cut(): void {
    this.#losing = undefined;
    for (const pair of this.#pairs) for (const socket of pair) socket.destroy();
  }

  /** Breaks every connection and lets no new one in, until `plugIn`. */
  unplug(): void {
    this.#unplugged = true;
    this.cut();
  }

  plugIn(): void {
    this.#unplugged = false;
  }

  async stop(): Promise<void> {
    const closed = once(this.#server, 'close');
    this.#server.close();
    this.cut();
    await closed;
  }
}
