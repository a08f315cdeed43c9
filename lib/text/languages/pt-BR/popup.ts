import { type Said, said } from '../../language';
import { GLANCE_NAMES, LEADS, POPUP } from '../../popup';

export const popup: Said[] = [
  said(GLANCE_NAMES, {
    today: 'Hoje',
    yesterday: 'Ontem',
    'this-month': 'Este mês',
    'last-month': 'Mês passado',
  }),
  said(LEADS, {
    today: 'Comissão de hoje',
    yesterday: 'Comissão de ontem',
    'this-month': 'Comissão deste mês',
    'last-month': 'Comissão do mês passado',
    all: 'Comissão de todo o período',
  }),
  said(POPUP, {
    thisPage: 'Copiar esta página com meu código',
    append: 'Adicionar meu código aos endereços de campanhas que eu copiar',
    damagedTitle: 'O registro não é mais o que era',
    damaged: 'Nenhum número é mostrado, porque estaria errado. O painel diz o que fazer.',
    open: 'Abrir o painel',
    start: 'Configurar',
    welcome: 'Sua renda de indicações, exata e privada, num relance.',
    nothing: 'Ainda não há comissões. Importe uma exportação da Binance para ver seus números aqui.',
    import: 'Importar arquivos',
    noData: 'sem dados',
    noneOf: upTo => `Sem dados desde ${upTo}`,
    newReferrals: 'novos indicados',
    spotTraders: 'traders Spot',
    futuresTraders: 'traders Futuros',
    versus: {
      today: 'vs. ontem até a mesma hora',
      yesterday: 'vs. o dia anterior',
      'this-month': 'vs. a mesma parte do mês passado',
      'last-month': 'vs. o mês anterior',
    },
    unpriced: n => `+ ${n} sem preço`,
    spark: 'Comissão por dia, 30 dias',
  }),
];
