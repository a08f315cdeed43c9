import { create, type QRCode } from 'qrcode';

/** Modules of white around the code; readers ask for four. */
const QUIET = 4;

/** A QR code as one SVG path: `size` is the side in modules, quiet zone included. */
export function qrPath(text: string): { path: string; size: number } {
  const { modules }: QRCode = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (!modules.get(y, x)) continue;
      let run = 1;
      while (x + run < modules.size && modules.get(y, x + run)) run++;
      path += `M${x + QUIET} ${y + QUIET}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return { path, size: modules.size + 2 * QUIET };
}
