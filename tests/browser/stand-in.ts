/**
 * A local HTTPS server that stands in for Binance: the browser reaches it on the real host names by resolver rules, so
 * match patterns, permissions and policies are the shipped ones. Tests decide what it answers.
 */
import { createServer as createProxy, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { generate } from 'selfsigned';

/** Hosts of Binance's API that accounts are asked at. */
export const API_HOSTS = [
  'api.binance.com',
  'fapi.binance.com',
  'dapi.binance.com',
  'data-api.binance.vision',
];

export interface StandIn {
  /** Arguments for the browser that lead these hosts here. */
  args: string[];
  /** Starts a proxy that leads them here, for a browser without resolver rules. @returns its port. */
  proxy(): Promise<number>;
  /** Addresses asked for, in order. */
  asked: string[];
  close(): Promise<void>;
}

export type Answer = (url: URL, request: IncomingMessage, response: ServerResponse) => void;

export async function standIn(hosts: string[], answer: Answer): Promise<StandIn> {
  const pair = await generate([{ name: 'commonName', value: hosts[0] }]);
  const asked: string[] = [];
  const server = createServer({ key: pair.private, cert: pair.cert }, (request, response) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    asked.push(url.href);
    answer(url, request, response);
  });
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const proxies: ReturnType<typeof createProxy>[] = [];
  return {
    args: [
      `--host-resolver-rules=${hosts.map(host => `MAP ${host} 127.0.0.1:${port}`).join(', ')}`,
      '--ignore-certificate-errors',
    ],
    async proxy() {
      const proxy = createProxy((_, response) => response.writeHead(502).end());
      proxy.on('connect', (request, socket) => {
        if (!hosts.includes(request.url?.replace(/:443$/, '') ?? '')) return socket.destroy();
        const there = connect(port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
        there.pipe(socket).pipe(there);
        for (const end of [there, socket]) {
          end.on('error', () => {
            there.destroy();
            socket.destroy();
          });
        }
      });
      await new Promise<void>(done => proxy.listen(0, '127.0.0.1', done));
      proxies.push(proxy);
      return (proxy.address() as AddressInfo).port;
    },
    asked,
    close: () =>
      new Promise(done => {
        for (const proxy of proxies) proxy.close();
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}

export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(value));
}

export function sendHtml(response: ServerResponse, html: string, headers: Record<string, string> = {}): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
  response.end(html);
}
