import { KEY_SHEET } from '../../keys';
import { type Said, said } from '../../language';

export const keys: Said[] = [
  said(KEY_SHEET, {
    title: 'Teclas',
    close: 'Cerrar',
    arrows: 'Periodo anterior, periodo siguiente',
    interval: 'Intervalo siguiente',
    comparison: 'Comparación siguiente',
    search: 'Buscar',
    filters: 'Ir a los filtros',
    escape: 'Cerrar, o quitar los filtros',
    sheet: 'Esta lista',
  }),
];
