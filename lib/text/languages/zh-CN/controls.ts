import { CONTROLS } from '../../controls';
import { type Said, said } from '../../language';

export const controls: Said[] = [said(CONTROLS, { save: '保存', cancel: '取消' })];
