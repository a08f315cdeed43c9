import { type CDPSession, expect, type Page } from '@playwright/test';

/**
 * Our elements on somebody's page. Their shadow root is closed to the page and to whoever drives it: only the debugger
 * reaches in. Found by their accessible names, as users find them.
 */
export interface Ours {
  count(): Promise<number>;
  nth(place: number): Our;
}

/** One of our elements. */
export interface Our {
  /** Runs in the page with the element, which must be there. */
  evaluate<R, A>(work: (element: HTMLElement, arg: A) => R | Promise<R>, arg?: A): Promise<R>;
  text(): Promise<string>;
  boundingBox(): Promise<{ x: number; y: number; width: number; height: number }>;
  click(): Promise<void>;
  focus(): Promise<void>;
}

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/** Calls a function's text with our root as `this`; undefined where there is none. */
async function inRoot<R>(page: Page, declaration: string): Promise<R | undefined> {
  const session = await sessionOf(page);
  const { result: host } = await session.send('Runtime.evaluate', {
    expression: 'document.querySelector("referral-copy")',
  });
  if (!host.objectId) return undefined;
  const { node } = await session.send('DOM.describeNode', {
    objectId: host.objectId,
    depth: 1,
    pierce: true,
  });
  const backendNodeId = node.shadowRoots?.[0].backendNodeId;
  if (backendNodeId === undefined) return undefined;
  const { object } = await session.send('DOM.resolveNode', { backendNodeId });
  const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
    objectId: object.objectId!,
    functionDeclaration: declaration,
    returnByValue: true,
    awaitPromise: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** @param name of it or, as a pattern, in it. */
export function ours(page: Page, selector: string, name: string | RegExp): Ours {
  const pattern = typeof name === 'string' ? `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$` : name.source;
  const all = `[...this.querySelectorAll(${JSON.stringify(selector)})].filter(element =>
    new RegExp(${JSON.stringify(pattern)}).test(element.getAttribute('aria-label') ?? element.textContent) &&
    element.checkVisibility())`;
  const count = async () => (await inRoot<number>(page, `function () { return ${all}.length; }`)) ?? 0;
  return {
    count,
    nth(place) {
      async function evaluate<R, A>(
        work: (element: HTMLElement, arg: A) => R | Promise<R>,
        arg?: A,
      ): Promise<R> {
        // Like the driver's own: what is not there yet is waited for.
        await expect.poll(count, { message: pattern, timeout: 15_000 }).toBeGreaterThan(place);
        return inRoot<R>(
          page,
          `async function () {
            const element = ${all}[${place}];
            if (!element) throw new Error('gone: ' + ${JSON.stringify(pattern)});
            return (${work})(element, ${JSON.stringify(arg) ?? 'undefined'});
          }`,
        ) as Promise<R>;
      }
      const boundingBox = () =>
        evaluate(element => {
          const { x, y, width, height } = element.getBoundingClientRect();
          return { x, y, width, height };
        });
      return {
        evaluate,
        boundingBox,
        text: () => evaluate(element => element.textContent ?? ''),
        focus: () => evaluate(element => element.focus()),
        async click() {
          const { x, y, width, height } = await boundingBox();
          await page.mouse.click(x + width / 2, y + height / 2);
        },
      };
    },
  };
}

/**
 * How long a button must be seen, and stand still, before a press counts is 300 ms; ours are placed up to a few frames
 * later, and the browser says up to 200 ms later whether they are seen.
 */
const STILL = 700;

/** Waits as a user does: until a button has been in sight, and where it is, for long enough that a press counts. */
export const stood = (of: Our): Promise<void> =>
  of.evaluate(async (element, still) => {
    const frame = () => new Promise(requestAnimationFrame);
    await new Promise<void>(seen => {
      const sight = new IntersectionObserver(
        entries => {
          if (!entries.some(entry => entry.isIntersecting)) return;
          sight.disconnect();
          seen();
        },
        { threshold: 0.99 },
      );
      sight.observe(element);
    });
    const place = () => {
      const { left, top, width } = element.getBoundingClientRect();
      return `${left} ${top} ${width} ${scrollX} ${scrollY}`;
    };
    let before = place();
    let since = performance.now();
    while (performance.now() - since < still) {
      await frame();
      const now = place();
      if (now === before) continue;
      before = now;
      since = performance.now();
    }
  }, STILL);
