import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { faults, unreachable } from './form';

afterEach(cleanup);

test('a form with a field nobody can name, or one that keys do not reach, is caught', async () => {
  const { container } = render(
    <form>
      <input type="text" />
      <button type="submit" tabIndex={-1}>
        Save
      </button>
    </form>,
  );
  expect((await faults(container)).join()).toContain('label: <input');
  expect(unreachable(container).map(element => element.textContent)).toEqual(['Save']);
});
