import { qrPath } from '../../lib/domain/qr-path';
import { joinOf, type Snapshot } from '../../lib/domain/snapshot';
import { svgCard } from '../../lib/text/widget-forms';

const cardOf = (of: Snapshot) => svgCard(of, qrPath(joinOf(of)));

export const svgFile = (of: Snapshot): Blob => new Blob([cardOf(of).svg], { type: 'image/svg+xml' });

/** The same as pixels, at twice its size. */
export async function pngFile(of: Snapshot): Promise<Blob> {
  const url = URL.createObjectURL(svgFile(of));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 1_280;
    canvas.height = cardOf(of).height * 2;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob(blob => (blob ? done(blob) : failed(new Error('no picture'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(url);
  }
}
