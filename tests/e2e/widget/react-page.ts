/** A React page with cards that come and go. */
// @ts-expect-error: its types are a package of their own, for one page
import { createElement, useState } from 'react';
// @ts-expect-error: the same
import { createRoot } from 'react-dom/client';

const card = (key: number) =>
  createElement(
    'referral-card',
    { key, src: 'snapshot.json' },
    createElement('a', { href: 'https://www.binance.com/join?ref=MYCODE1' }, 'plain'),
  );

function App() {
  const [count, setCount] = useState(2);
  return createElement(
    'main',
    null,
    createElement('button', { type: 'button', onClick: () => setCount(count + 1) }, 'Again'),
    createElement('button', { type: 'button', onClick: () => setCount(count - 1) }, 'Fewer'),
    Array.from({ length: count }, (_, i) => card(i)),
  );
}

createRoot(document.getElementById('app')!).render(createElement(App));
