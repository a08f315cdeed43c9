import { CAMPAIGN_PAGE } from '../../campaign-pages';
import { type Said, said } from '../../language';

export const campaignPages: Said[] = [
  said(CAMPAIGN_PAGE, {
    product: 'Referral Dashboard Pro',
    unofficial: 'no oficial',
    copy: 'Copiar enlace de referido',
    copyOf: 'Copiar enlace de referido: {title}',
    copied: 'Copiado',
    refused: 'Cópialo a mano:',
    notSeen:
      'Esa pulsación no contó: el botón acababa de aparecer o moverse, o algo lo tapaba. Pulsa otra vez o copia a mano.',
    noCampaign:
      'Ese no es un enlace de campaña que admita tu código. Tu enlace de registro, para copiarlo a mano:',
    noCode: 'Copiar enlace de referido: primero pon tu código',
    setCode: 'Pon tu código',
    menu: 'Más formas de copiar',
    page: 'Enlace de la página con mi código',
    join: 'Enlace join (cuenta seguro)',
    markdown: 'Como Markdown',
    html: 'Como HTML',
    text: 'Como texto con aviso',
    qr: 'Código QR',
    qrOf: 'Código QR del enlace de {code}',
    share: 'Compartir…',
    move: 'Mover a otra esquina',
    beside: 'Mantener abierto junto a la página',
    otherCode: 'Usar el código {code}',
    pro: 'Ir a Pro',
    hidePage: 'Ocultar en esta página',
    hideSite: 'Ocultar en este sitio',
    credit:
      'Ninguna fuente pública demuestra que Binance cuente un código en una página de campaña. El enlace join cuenta seguro.',
    contextLink: 'Copiar enlace con mi código',
    contextPage: 'Copiar enlace de la página con mi código',
    contextSelection: 'Copiar enlace seleccionado con mi código',
  }),
];
