import { type Said, said } from '../../language';
import { NAV } from '../../nav';

export const nav: Said[] = [
  said(NAV, {
    overview: 'Visão geral',
    referrals: 'Indicados',
    income: 'Renda',
    campaigns: 'Campanhas',
    links: 'Links',
    data: 'Dados',
    publish: 'Publicar',
    settings: 'Ajustes',
    sections: 'Seções',
    manage: 'Gestão',
  }),
];
