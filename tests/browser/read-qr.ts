import type { Page } from '@playwright/test';
import jsQR from 'jsqr';

/** Reads the QR code in a PNG; the browser itself unpacks it. @returns its text, undefined where there is no code. */
export async function readQr(page: Page, png: Buffer): Promise<string | undefined> {
  const { pixels, width, height } = await page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), c => c.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    // As text: a list of four million numbers takes the debugger twenty seconds.
    let text = '';
    for (let i = 0; i < data.length; i += 32_768)
      text += String.fromCharCode(...data.subarray(i, i + 32_768));
    return { pixels: btoa(text), width: bitmap.width, height: bitmap.height };
  }, png.toString('base64'));
  return jsQR(new Uint8ClampedArray(Buffer.from(pixels, 'base64')), width, height)?.data;
}
