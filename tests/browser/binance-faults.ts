/** How Binance misbehaves, by name. */
import { type Answered, error, json } from './binance-answers.ts';

/** What an answer may be instead of the right one. */
export type Fault =
  | 'limited'
  | 'banned'
  | 'html 403'
  | 'busy'
  | 'html 502'
  | 'truncated'
  | 'clock'
  | 'signature'
  | 'permission'
  | 'disconnected'
  | 'timeout code'
  | 'not json'
  | 'wrong shape'
  /** The connection breaks, or nothing comes in time: status 0. */
  | 'no answer';

/** What an address is told that is banned until then. */
export const bannedAnswer = (until: number) =>
  json({ code: -1003, msg: `StreamId too much request weight used; IP banned until ${until}.` }, 418);

/** The answer of a fault at a moment by Binance's clock, and until when it bans the address, if it does. */
export function misbehave(fault: Fault, now: number): { answered: Answered; bannedUntil?: number } {
  const page = (status: number): Answered => ({
    status,
    headers: { 'content-type': 'text/html' },
    body: '<html><body>nginx</body></html>',
  });
  const told = (answered: Answered) => ({ answered });
  switch (fault) {
    case 'limited':
      return {
        answered: json({ code: -1003, msg: 'Too many requests.' }, 429, { 'retry-after': '30' }),
        bannedUntil: now + 30_000,
      };
    case 'banned': {
      const until = now + 120_000;
      return { answered: bannedAnswer(until), bannedUntil: until };
    }
    case 'html 403':
      return told(page(403));
    case 'html 502':
      return told(page(502));
    case 'busy':
      return told(error(-1008, 'Server is currently overloaded.', 503));
    case 'disconnected':
      return told(error(-1001, 'Internal error; unable to process your request.', 500));
    case 'timeout code':
      return told(error(-1007, 'Timeout waiting for response from backend server.', 408));
    case 'truncated':
      return told(json('{"status":"OK","data":{"page":1,"totalRec'));
    case 'not json':
      return told(json('OK'));
    case 'wrong shape':
      return told(json({ status: 'OK', data: { rows: 'none' } }));
    case 'no answer':
      return told({ status: 0, headers: {}, body: '' });
    case 'clock':
      return told(error(-1021, 'Timestamp for this request is outside of the recvWindow.'));
    case 'signature':
      return told(error(-1022, 'Signature for this request is not valid.'));
    case 'permission':
      return told(error(-2015, 'Invalid API-key, IP, or permissions for action.', 401));
  }
}
