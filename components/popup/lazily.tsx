import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/**
 * A part of the popup that is loaded when it is needed: the popup must open without it.
 * @param height of its place until it is there, in px.
 */
export function lazily<P extends object>(load: () => Promise<FunctionComponent<P>>, height: number) {
  return (props: P) => {
    const [Part, setPart] = useState<FunctionComponent<P>>();
    useEffect(() => {
      void load().then(part => setPart(() => part));
    }, []);
    return Part ? <Part {...props} /> : <div style={{ height: `${height}px` }} />;
  };
}
