import { CAMPAIGN_PAGE } from '../../campaign-pages';
import { type Said, said } from '../../language';

export const campaignPages: Said[] = [
  said(CAMPAIGN_PAGE, {
    product: 'Referral Dashboard Pro',
    unofficial: 'não oficial',
    copy: 'Copiar link de indicação',
    copyOf: 'Copiar link de indicação: {title}',
    copied: 'Copiado',
    refused: 'Copie à mão:',
    notSeen:
      'Esse clique não contou: o botão acabara de aparecer ou de se mover, ou algo estava por cima. Clique de novo ou copie à mão.',
    noCampaign:
      'Esse não é um link de campanha que aceite seu código. Seu link de cadastro, para copiar à mão:',
    noCode: 'Copiar link de indicação: primeiro informe seu código',
    setCode: 'Informe seu código',
    menu: 'Mais formas de copiar',
    page: 'Link da página com meu código',
    join: 'Link join (conta com certeza)',
    markdown: 'Como Markdown',
    html: 'Como HTML',
    text: 'Como texto com aviso',
    qr: 'Código QR',
    qrOf: 'Código QR do link de {code}',
    share: 'Compartilhar…',
    move: 'Mover para outro canto',
    beside: 'Manter aberto ao lado da página',
    otherCode: 'Usar o código {code}',
    pro: 'Ir para o Pro',
    hidePage: 'Ocultar nesta página',
    hideSite: 'Ocultar neste site',
    credit:
      'Nenhuma fonte pública prova que a Binance conta um código numa página de campanha. O link join conta com certeza.',
    contextLink: 'Copiar link com meu código',
    contextPage: 'Copiar link da página com meu código',
    contextSelection: 'Copiar link selecionado com meu código',
  }),
];
