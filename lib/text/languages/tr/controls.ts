import { CONTROLS } from '../../controls';
import { type Said, said } from '../../language';

export const controls: Said[] = [said(CONTROLS, { save: 'Kaydet', cancel: 'İptal' })];
