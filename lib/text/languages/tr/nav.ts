import { type Said, said } from '../../language';
import { NAV } from '../../nav';

export const nav: Said[] = [
  said(NAV, {
    overview: 'Genel bakış',
    referrals: 'Referanslar',
    income: 'Gelir',
    campaigns: 'Kampanyalar',
    links: 'Bağlantılar',
    data: 'Veriler',
    publish: 'Yayımla',
    settings: 'Ayarlar',
    sections: 'Bölümler',
    manage: 'Yönetim',
  }),
];
