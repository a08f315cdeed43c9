/**
 * A local HTTPS server that stands in for Binance: the browser reaches it on the real host names by resolver rules, so
 * match patterns, permissions and policies are the shipped ones. Tests decide what it answers.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
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
  return {
    args: [
      `--host-resolver-rules=${hosts.map(host => `MAP ${host} 127.0.0.1:${port}`).join(', ')}`,
      '--ignore-certificate-errors',
    ],
    asked,
    close: () =>
      new Promise(done => {
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
