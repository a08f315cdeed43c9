import { counted } from '../../amounts';
import { BASE } from '../../format';
import { type Said, said } from '../../language';
import { CURRENCY_NAMES, SETTINGS } from '../../settings';

const NAMES = {
  EUR: 'Euro',
  BRL: 'Real brasileiro',
  TRY: 'Lira turca',
  UAH: 'Grívnia ucraniana',
  PLN: 'Złoty polonês',
  RON: 'Leu romeno',
  CZK: 'Coroa tcheca',
  ZAR: 'Rand sul-africano',
  MXN: 'Peso mexicano',
  ARS: 'Peso argentino',
  COP: 'Peso colombiano',
  JPY: 'Iene japonês',
  BTC: 'Bitcoin',
  ETH: 'Ether',
  BNB: 'BNB',
};

export const settings: Said[] = [
  said(CURRENCY_NAMES, NAMES),
  said(SETTINGS, {
    title: 'Ajustes',
    look: 'Aparência',
    theme: 'Tema',
    themes: { system: 'Como o sistema', light: 'Claro', dark: 'Escuro' },
    privacy: 'Modo privado',
    privacyText: 'Desfoca cada número até você apontar para ele. Para lives, chamadas e trens.',
    language: 'Idioma',
    browserLanguage: name => `Como o navegador (${name})`,
    languageText: 'Também como números e datas são escritos. Arquivos exportados não mudam.',
    pages: 'Nas páginas da Binance',
    buttons: 'Botões de copiar nas páginas de campanhas',
    buttonsText:
      'Um botão pequeno em cada campanha, e uma pílula na página dela. Não acrescentam à página nada além de si mesmos.',
    hiddenPages: n => `Oculto em ${counted(n, 'página')}.`,
    showAgain: 'Mostrar de novo em toda parte',
    pressForm: 'Um clique copia',
    pressForms: { page: 'o link da página', join: 'o link join', text: 'título, link e aviso' },
    append: 'Adicionar meu código aos endereços de campanhas que eu copiar',
    appendText:
      'Só a um texto copiado que seja o endereço de uma campanha de www.binance.com e não tenha código. Códigos de outras pessoas não são tocados.',
    toolbar: 'Barra de ferramentas e notificações',
    badge: 'No ícone da barra',
    badges: { off: 'Nada', commission: 'A comissão de hoje', referrals: 'Os novos indicados de hoje' },
    notify: 'Notificações',
    notifyText:
      'No máximo duas por dia: a primeira comissão do dia, um nível de bônus alcançado, uma campanha para afiliados que termina em menos de um dia. O navegador pede sua permissão.',
    lock: 'Chaves criptografadas trancam após',
    lockHours: n => counted(n, 'hora'),
    currency: 'Moeda dos números',
    currencyField: 'Números em',
    currencyShow: currency => `Mostrar os números em ${currency}`,
    currencyName: currency =>
      currency === BASE ? 'Equivalente em BUSD' : `${currency} · ${CURRENCY_NAMES[currency]}`,
    currencyText: currency =>
      currency === BASE
        ? 'Equivalente em BUSD: a coluna USDT da própria exportação, tomada 1:1. Registros de uma conta conectada são avaliados pelo preço com que o ativo abriu naquele dia.'
        : `O valor de cada linha em BUSD, tomado 1:1 por USDT, à cotação entre USDT e ${currency} com que abriu na Binance o dia UTC da linha. O que está guardado, os arquivos que você exporta, os recibos e os limiares de bônus continuam em BUSD.`,
    currencyHost:
      'As cotações vêm do servidor público de preços da Binance; o navegador pede para você permitir.',
    currencyBusy: currency => `Pedindo cotações e somando em ${currency}…`,
    noPriceHost: 'Sem essa permissão não há cotações: os números ficam como estão.',
    noRates: currency => `A Binance não deu cotações para ${currency}: os números ficam como estão.`,
    notChanged: 'Não funcionou: os números ficam como estão.',
    pending: currency =>
      `Os números continuam como estavam: ainda não há cotações para ${currency}. São pedidas de hora em hora.`,
    lacking: (days, currency) =>
      `${counted(days, 'dia')} das suas linhas (ainda) não ${days === 1 ? 'tem' : 'têm'} cotação para ${currency}: as linhas contam como sem preço.`,
    diagnostics: 'Diagnóstico',
    diagnosticsText:
      'Para relatar um problema: versões, permissões, contagens, o estado das conexões e as últimas falhas desde que o navegador foi aberto. Sem valores, códigos, nomes, notas nem chaves.',
    diagnosticsCopy: 'Copiar diagnóstico',
    diagnosticsCopied: 'Copiado. Leia antes de enviar.',
    diagnosticsRefused: 'O navegador não permitiu copiar. Copie o texto abaixo.',
  }),
];
