/** The same page in Vue. */
import { createApp, h, ref } from 'vue';

createApp({
  setup() {
    const count = ref(2);
    const button = (text: string, by: number) =>
      h(
        'button',
        {
          onClick: () => {
            count.value += by;
          },
        },
        text,
      );
    const card = (key: number) =>
      h('referral-card', { key, src: 'snapshot.json' }, [
        h('a', { href: 'https://www.binance.com/join?ref=MYCODE1' }, 'plain'),
      ]);
    return () =>
      h('main', null, [
        button('Again', 1),
        button('Fewer', -1),
        ...Array.from({ length: count.value }, (_, i) => card(i)),
      ]);
  },
}).mount('#app');
