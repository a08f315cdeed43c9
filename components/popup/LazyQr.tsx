import type { FunctionComponent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

type Qr = FunctionComponent<{ text: string; title: string; side: number }>;

/** The QR code with its encoder, loaded when it is asked for: the popup must open without it. */
export function LazyQr({ text, title }: { text: string; title: string }) {
  const [Code, setCode] = useState<Qr>();
  useEffect(() => {
    void import('../qr/QrCode').then(module => setCode(() => module.QrCode));
  }, []);
  return Code ? <Code text={text} title={title} side={200} /> : <div style={{ height: '202px' }} />;
}
