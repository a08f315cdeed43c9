import type { Launched } from '../browser/launch.ts';

export const median = (all: number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)];

export const FILTERS = [
  'period=7d',
  'period=90d',
  'period=90d&account=futures',
  'period=this-month&account=spot',
  'period=last-month',
  'period=this-year',
  'period=this-year&account=mining',
  'period=this-year&interval=month',
  'period=all',
  'period=all&account=futures&interval=week',
  'period=30d&account=futures',
  'period=30d',
];

/** Filters of a section whose people have countries. */
export const COUNTRY_FILTERS = [
  ...FILTERS.slice(0, 6),
  'period=all&country=BR',
  'period=all&country=BR&account=spot',
  'period=this-year&country=VN',
  'period=90d&country=unknown',
  'period=all&country=VN&code=bpcode',
  'period=all',
];

/** Measures the main-thread work of filter changes in ms: everything that thread did, drawing included. */
export async function filterBench(
  app: Launched,
  section = 'overview',
  filters = FILTERS,
): Promise<{ round(): Promise<number[]>; close(): Promise<void> }> {
  const page = await app.open(`dashboard.html#/${section}?period=all`);
  await page.locator('data[value], .vtable tbody tr').first().waitFor();
  const session = await app.context.newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(m => m.name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const during = async (work: () => Promise<unknown>) => {
    const before = await busy();
    await work();
    await page.waitForTimeout(250);
    return (await busy()) - before;
  };
  const change = (query: string) =>
    during(() =>
      page.evaluate(hash => {
        location.hash = hash;
      }, `#/${section}?${query}`),
    );
  // The first round reads rollups and warms the code up; what a user feels all day is measured after it.
  for (const query of filters) await change(query);
  const idle: number[] = [];
  for (let i = 0; i < 7; i++) idle.push(await during(() => page.evaluate(() => undefined)));
  return {
    async round() {
      await page.bringToFront();
      const work: number[] = [];
      for (const query of filters) work.push((await change(query)) - median(idle));
      return work;
    },
    close: () => page.close(),
  };
}
