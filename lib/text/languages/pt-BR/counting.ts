import { COUNTING } from '../../counting';
import { type Said, said } from '../../language';

export const counting: Said[] = [
  said(COUNTING, {
    title: 'Como isto é contado?',
    rules: [
      'Um pagamento é o que aconteceu: momento, indicado, ativo, quantidade, tipo e mercado. Seja como for que um arquivo o escreva, conta uma vez. Pagamentos iguais do mesmo momento contam tantas vezes quanto no arquivo que mais os tem.',
      'Arquivos que se sobrepõem são unidos. Nos que só se encontram, todas as linhas contam, e o recibo diz onde.',
      'Cada momento conta pela melhor fonte que o cobre: as exportações da Binance, depois cópias salvas por uma planilha, depois sua conta conectada, depois extratos, depois cópias deles e depois o que os seus próprios arquivos dizem que foi creditado.',
      'Um pagamento pode ser creditado até duas horas depois de ganho. Onde uma fonte termina ou começa, as linhas são comparadas por ativo e quantidade e, se não baterem, pelas somas: o que as duas têm conta uma vez.',
      'Onde outra fonte tem todas as linhas de uma exportação e mais, como quando a exportação foi filtrada, o resto também conta, sem nome.',
      'Linhas que faltam no período de uma exportação mais nova ficam até você decidir. Sua decisão vale até um arquivo as ter de novo.',
      'Os valores são os da exportação. Linhas sem valor recebem o preço de abertura do ativo naquele dia; o que não tem preço é dito ao lado da soma e não entra nela.',
      'Os dias são dias em UTC.',
    ],
  }),
];
