import { KEY_SHEET } from '../../keys';
import { type Said, said } from '../../language';

export const keys: Said[] = [
  said(KEY_SHEET, {
    title: 'Teclas',
    close: 'Fechar',
    arrows: 'Período anterior, período seguinte',
    interval: 'Próximo intervalo',
    comparison: 'Próxima comparação',
    search: 'Buscar',
    filters: 'Ir para os filtros',
    escape: 'Fechar, ou limpar os filtros',
    sheet: 'Esta lista',
  }),
];
