import { type Said, said } from '../../language';
import { NAV } from '../../nav';

export const nav: Said[] = [
  said(NAV, {
    overview: 'Resumen',
    referrals: 'Referidos',
    income: 'Ingresos',
    campaigns: 'Campañas',
    links: 'Enlaces',
    data: 'Datos',
    publish: 'Publicar',
    settings: 'Ajustes',
    sections: 'Secciones',
    manage: 'Gestión',
  }),
];
