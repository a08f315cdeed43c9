import { FIRST_RUN } from '../../first-run';
import { type Said, said } from '../../language';

export const firstRun: Said[] = [
  said(FIRST_RUN, {
    title: 'Sua renda de indicações, exata e sua para sempre',
    lead: 'Antes de ler ou guardar qualquer coisa, é isto que ela faz.',
    points: [
      [
        'Fica neste navegador',
        'As exportações de comissões que você importa são lidas aqui e guardadas no banco de dados deste navegador. Nada é enviado a lugar nenhum; não há servidor, conta nem análise de uso.',
      ],
      [
        'Guarda o que você dá',
        'Comissões com seus ids de indicados, seus códigos de indicação, seus ajustes. Remova a extensão ou clique em Apagar, e tudo some.',
      ],
      [
        'Só adiciona seu código quando você pede',
        'Nas páginas de campanhas de www.binance.com, mostra pequenos botões Copiar link de indicação. Um link é feito quando você clica em um ou, se você ligar isso em Ajustes, quando copia o endereço de uma campanha. Páginas, endereços e códigos de outras pessoas não são tocados.',
      ],
    ],
    agree: 'Concordar e começar',
    demo: 'Experimentar a demo',
    demoNote: 'A demo concorda com o mesmo e enche o painel de números inventados.',
  }),
];
