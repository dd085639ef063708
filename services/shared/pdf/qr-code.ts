import { create } from 'qrcode';
import type { Page } from './pdf.ts';

/** Empty modules around the code, without which readers do not find it (ISO/IEC 18004). */
const QUIET_MODULES = 4;

export interface QrCodePlace {
  readonly x: number;
  readonly y: number;
  /** Length of a side in points, the empty edge included. */
  readonly size: number;
}

/**
 * Draws a QR code as shapes, which stay sharp at every size. It is read with a seventh of it dirty or torn.
 *
 * Each run of dark modules in a row is one rectangle, as high as a module.
 */
export function drawQrCode(page: Page, text: string, { x, y, size }: QrCodePlace): void {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const side = size / (modules.size + 2 * QUIET_MODULES);
  const at = (start: number, module: number) => start + (module + QUIET_MODULES) * side;
  page.save().rect(x, y, size, size).fill('white');
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; ) {
      const from = column;
      while (column < modules.size && modules.get(row, column)) column += 1;
      if (column > from) page.rect(at(x, from), at(y, row), (column - from) * side, side);
      else column += 1;
    }
  }
  page.fill('black').restore();
}
