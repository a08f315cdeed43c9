import { counted } from '../../amounts';
import { BASE, CURRENCY } from '../../format';
import { type Said, said } from '../../language';
import { COMPARISON_NAMES, INTERVAL_NAMES, METRIC_NAMES, OVERVIEW, PERIOD_NAMES } from '../../overview';

export const overview: Said[] = [
  said(PERIOD_NAMES, {
    today: 'Hoje',
    yesterday: 'Ontem',
    '7d': 'Últimos 7 dias',
    '30d': 'Últimos 30 dias',
    '90d': 'Últimos 90 dias',
    'this-month': 'Este mês',
    'last-month': 'Mês passado',
    'this-year': 'Este ano',
    'last-year': 'Ano passado',
    all: 'Todo o período',
    custom: 'Personalizado',
  }),
  said(INTERVAL_NAMES, { day: 'Por dia', week: 'Por semana', month: 'Por mês' }),
  said(METRIC_NAMES, {
    commission: 'Comissão',
    referrals: 'Novos indicados',
    'traders-spot': 'Traders Spot (Margem)',
    'traders-futures': 'Traders Futuros',
    miners: 'Mineradores',
  }),
  said(COMPARISON_NAMES, {
    previous: 'Período anterior',
    year: 'Mesmo período do ano passado',
    none: 'Nada',
  }),
  said(OVERVIEW, {
    title: 'Visão geral',
    filters: 'Filtros',
    period: 'Período',
    interval: 'Intervalo',
    account: 'Conta',
    code: 'Código',
    compare: 'Comparar com',
    compareWith: what => `Comparar: ${what}`,
    comparedWith: { previous: 'anterior', year: 'ano passado', none: 'não' },
    allAccounts: 'Todas as contas',
    accountIs: name => `Conta: ${name}`,
    codeIs: code => `Código: ${code}`,
    countryIs: name => `País: ${name}`,
    remove: what => `Remover filtro: ${what}`,
    from: 'De',
    to: 'Até',
    apply: 'Aplicar',
    figures: 'Números',
    referralsOfAll: 'Indicados',
    per: { day: 'por dia', week: 'por semana', month: 'por mês' },
    unpriced: n => `+ ${n} sem preço`,
    unpricedWhy:
      'Estas comissões têm quantidade mas não valor: a exportação deixa vazia a coluna USDT, ou o dia delas (ainda) não tem cotação da moeda escolhida. Não entram na soma.',
    noChange: 'nada com que comparar',
    noData: 'sem dados neste período',
    partly: (covered, days) => `Os dados cobrem ${covered} de ${counted(days, 'dia')} deste período.`,
    exceeded: days =>
      `Em ${counted(days, 'dia')} sua conta ou um extrato tem mais de 1% acima das suas exportações, como quando uma exportação foi filtrada.`,
    exceededWhere: 'Compare em Dados',
    nameless: days =>
      `${counted(days, 'dia')} ${days === 1 ? 'vem' : 'vêm'} dos registros ou extratos da sua própria conta, que não nomeiam indicados nem códigos: traders e partes por código não ${days === 1 ? 'o' : 'os'} incluem.`,
    unfinished: 'até agora',
    noDataBar: 'sem dados',
    total: 'Total',
    table: 'Ver como tabela',
    chart: 'Ver como gráfico',
    get valueNote() {
      const base =
        'O valor é a coluna USDT da própria exportação, tomada 1:1 como equivalente em BUSD; nos registros de uma conta, a quantidade ao preço com que o ativo abriu naquele dia.';
      const rate =
        CURRENCY === BASE ? '' : ` Mostrado em ${CURRENCY} à cotação com que abriu o dia UTC de cada linha.`;
      return `${base}${rate} ${this.daysNote}`;
    },
    daysNote: 'Dias, semanas e meses são UTC.',
    emptyTitle: 'Ainda não há nada aqui',
    emptyText:
      'Importe uma exportação de comissões da Binance e esta página mostra o que ela diz, até o último dígito.',
    emptyImport: 'Importar arquivos',
    emptyDemo: 'Experimentar a demo',
    outsideTitle: 'Sem dados neste período',
    outside: span => `Seus dados cobrem ${span}.`,
    showIt: 'Mostrar',
    codes: 'Códigos',
    noCode: 'sem código',
    share: 'Parte',
    referrals: 'Novos indicados',
    commission: 'Comissão',
    filterByCode: code => `Mostrar só ${code}`,
    upToBy: 'Dados até',
    noneFor: 'nenhuma comissão no último ano',
    ratios: 'Percentuais',
    ratiosNone: 'Informe em Links o que a Binance paga por cada código, e você verá aqui.',
    ratiosSet: 'Informar percentuais',
    toFriends: percent => `${percent} para amigos`,
    notSet: 'não informado',
    addNote: 'Adicionar nota',
    noteDay: 'Dia (UTC)',
    noteText: 'Nota',
    saveNote: 'Salvar nota',
    removeNote: text => `Remover nota: ${text}`,
    campaignBand: title => `Campanha: ${title}`,
    demoNote: 'Números inventados, para você dar uma olhada. Nunca se misturam com os seus.',
    demoLeave: 'Sair da demo',
  }),
];
