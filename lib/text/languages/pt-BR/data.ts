import { bytes, counted } from '../../amounts';
import { DAMAGE, DATA, FAULT_TEXT, FAULTS, LOOKS, REJECTED } from '../../data';
import { BASE, count } from '../../format';
import { type Said, said } from '../../language';

export const data: Said[] = [
  said(DATA, {
    title: 'Dados',
    import: 'Importar arquivos',
    importLead:
      'Exportações de comissões e extratos de conta da Binance (CSV), ou uma cópia sua. Vários de uma vez são um lote; o que já é conhecido não é duplicado.',
    drop: 'Solte arquivos aqui, ou',
    choose: 'Escolher arquivos',
    importing: 'Importando',
    progressOf: (done, total) => `${bytes(done)} de ${bytes(total)}`,
    rows: n => counted(n, 'linha'),
    rate: perSecond => `${count(Math.round(perSecond))} linhas por segundo`,
    left: seconds => (seconds < 1 ? 'quase pronto' : `mais ${counted(Math.ceil(seconds), 'segundo')}`),
    phases: { reading: 'Lendo', merging: 'Comparando com o que é conhecido', saving: 'Salvando' },
    waiting: 'Começando, ou esperando outra janela',
    cancel: 'Cancelar',
    cancelled: 'Importação cancelada. Nada foi mudado.',
    receipt: 'Recibo da importação',
    moreReceipts: n => `e ${counted(n, 'importação anterior', 'importações anteriores')}`,
    receiptSummary: (added, known, rejected) =>
      [
        `${counted(added, 'linha importada', 'linhas importadas')}.`,
        known > 0 && `${counted(known, 'já era conhecida', 'já eram conhecidas')}.`,
        rejected > 0 && `${counted(rejected, 'não pôde ser lida', 'não puderam ser lidas')}.`,
      ]
        .filter(Boolean)
        .join(' '),
    figures: {
      read: 'Lidas',
      added: 'Adicionadas',
      known: 'Conhecidas',
      rejected: 'Rejeitadas',
      unpriced: 'Sem preço',
    },
    figureWhy: {
      read: 'Linhas dos arquivos, sem os cabeçalhos',
      added: 'Novas no seu registro',
      known: 'Já estavam no seu registro, ou se repetem entre estes arquivos',
      rejected: 'Não puderam ser lidas; estão abaixo',
      unpriced: 'Das adicionadas: sem valor na exportação',
    },
    repeated: n =>
      `${counted(n, 'linha está em mais de um destes arquivos e foi contada', 'linhas estão em mais de um destes arquivos e foram contadas')} uma vez.`,
    zones: (file, believed, other) =>
      `${file}: o cabeçalho e o nome dizem fusos diferentes. Os horários foram lidos como ${believed}; o outro é ${other}.`,
    readAs: zone => `Ler os horários como ${zone}`,
    rereadHow:
      'Para ler do outro modo, desfaça esta importação, solte os mesmos arquivos de novo e clique aqui.',
    zoneOfTimes: file => `Fuso horário de ${file}`,
    chooseZone: 'Escolha o fuso',
    readDayFirst: 'Ler primeiro o dia',
    readMonthFirst: 'Ler primeiro o mês',
    countApart: 'Contar como outros pagamentos',
    copySaved: file =>
      `${file} foi salvo por uma planilha, que corta o que não mostra, como os segundos. Só conta onde nenhum arquivo da própria Binance conta; importe o original quando o tiver.`,
    seam: (n, one, other, at) =>
      `${n === 1 ? '1 linha igual' : `${count(n)} linhas iguais`} de ${at} ${n === 1 ? 'está' : 'estão'} tanto em ${one} quanto em ${other}. Arquivos que só se encontram são somados, então todas contam. Se for o mesmo pagamento, desfaça isto e importe os arquivos um após o outro.`,
    met: (n, at) =>
      `${counted(n, 'linha', 'linhas')} de ${at} já ${n === 1 ? 'é conhecida' : 'são conhecidas'} de uma importação anterior que termina ou começa ali, e ${n === 1 ? 'conta' : 'contam'} uma vez. Se forem outros pagamentos de igual aparência, desfaça isto e importe os dois arquivos juntos.`,
    missing: n =>
      `${counted(n, 'linha de importações anteriores cai no tempo destes arquivos mas não está neles', 'linhas de importações anteriores caem no tempo destes arquivos mas não estão neles')}.`,
    missingFates: {
      open: n =>
        `Sem decisão: ${counted(n, 'linha', 'linhas')}. Talvez a Binance tenha corrigido tais linhas; ficam guardadas até você decidir.`,
      kept: n =>
        `Mantidas: ${counted(n, 'linha', 'linhas')}. Arquivos em que elas faltem de novo não mudam nada.`,
      removed: n => `Removidas: ${counted(n, 'linha', 'linhas')}. Um arquivo que as tenha as traz de volta.`,
      again: n => `De novo em um arquivo mais novo: ${counted(n, 'linha', 'linhas')}; contam.`,
    },
    missingNewer: 'Importações mais novas falam destas linhas.',
    missingShow: 'Mostrar',
    missingKeep: 'Manter',
    missingRemove: 'Remover do registro',
    missingBack: 'Trazer de volta',
    returned: n =>
      `${counted(n, 'linha que você tinha removido conta de novo: está', 'linhas que você tinha removido contam de novo: estão')} nestes arquivos.`,
    fileKinds: {
      export: 'Exportações',
      copy: 'Cópias de exportações',
      statement: 'Extratos de conta',
      'statement-copy': 'Cópias de extratos',
      credited: 'Exportações próprias, creditado',
      beside: 'Exportações próprias, contado além disso',
    },
    fileOf: {
      copy: 'Cópia de uma exportação',
      statement: 'Extrato de conta',
      'statement-copy': 'Cópia de um extrato',
    },
    otherOperations: n =>
      `${counted(n, 'linha de outras operações ficou', 'linhas de outras operações ficaram')} de fora: só entra o que é com certeza renda de indicação.`,
    statementsText:
      'O que foi mesmo creditado, sem indicados nem códigos. Cada momento é contado das exportações, senão das cópias, senão de uma conta conectada, senão dos extratos; onde uma exportação e um extrato concordam num dia, as comissões dele estão creditadas.',
    statementsValue:
      'Extratos não trazem valores. Cada linha é avaliada pelo preço com que o ativo abriu naquele dia; os preços vêm do servidor público de preços da Binance, que o navegador pede para você permitir.',
    statementsAsk: 'Obter preços',
    statementsAsking: 'Pedindo preços…',
    statementsValued: 'Todas as linhas já têm um valor.',
    statementsOpen:
      'Algumas linhas continuam sem preço: a Binance não tem preço do ativo naquele dia, ou não pôde ser consultada.',
    statementsDenied: 'Sem essa permissão não há preços: essas linhas continuam sem preço.',
    file: 'Arquivo',
    fileRows: 'Linhas',
    fileValue: `Valor, ${BASE}`,
    fileReferrals: 'Indicados',
    fileFirst: 'Primeira',
    fileLast: 'Última',
    refusedTitle: n => (n === 1 ? 'Um arquivo foi recusado' : `${count(n)} arquivos foram recusados`),
    rejections: n => counted(n, 'linha não pôde ser lida', 'linhas não puderam ser lidas'),
    line: 'Linha',
    column: 'Coluna',
    reason: 'Motivo',
    wholeRow: 'linha inteira',
    rawRow: 'Conteúdo',
    moreRejections: n => `e mais ${count(n)} no download`,
    onlyFirst: n => `Só as primeiras ${count(n)} são guardadas em detalhe.`,
    download: 'Baixar linhas rejeitadas',
    undo: 'Desfazer esta importação',
    undone: 'A última importação foi desfeita.',
    undoneAlready: 'Essa importação não é mais a última. Nada foi mudado.',
    undoEnds: imports =>
      `Dá para desfazer até ${counted(imports, 'importação', 'importações')} atrás, não mais. Nada foi mudado.`,
    reconcile: 'Conciliação',
    reconcileText:
      'As comissões das suas exportações ao lado dos registros da sua conta, ou dos extratos dela, por quantidade, nos dias que ambos cobrem inteiros.',
    reconcileMonth: 'Mês',
    reconcileAccount: 'Conta',
    reconcileDays: 'Dias',
    reconcileAsset: 'Ativo',
    reconcileFiles: 'Nos arquivos',
    reconcileOwn: 'Na conta',
    reconcileDifference: 'Diferença',
    reconcileAgrees: assets => `${counted(assets, 'ativo')}, sem diferença`,
    ledger: 'Seu registro',
    ledgerEmpty: 'Ainda não há nada guardado.',
    ledgerRows: 'Comissões',
    ledgerReferrals: 'Indicados',
    ledgerSpan: 'Dias cobertos',
    ledgerUpTo: 'Dados até',
    batches: 'Importações',
    demoTitle: 'Demo',
    demoText: 'Os números que você vê são inventados. Eles saem com a primeira importação, ou agora.',
    demoOffer: 'Dois anos de números inventados, para dar uma olhada antes de importar os seus.',
    demoStart: 'Experimentar a demo',
    demoLeave: 'Sair da demo',
    erase: 'Apagar tudo',
    eraseText:
      'Apaga deste navegador todas as comissões, recibos e códigos. Sua conta da Binance não é tocada.',
    eraseSure: 'Apagar tudo mesmo',
    eraseKeep: 'Manter',
  }),
  said(FAULTS, {
    'not a number': 'não é um número',
    'more than 8 decimals': 'tem mais de 8 decimais, que não podem ser guardados com exatidão',
    'too large': 'é grande demais para ser guardado com exatidão',
  }),
  said(REJECTED, {
    columns: (found, expected) => `tem ${counted(found, 'coluna')}, o cabeçalho tem ${expected}`,
    quote: 'uma aspa nunca é fechada, ou tem texto depois dela',
    decimal: (text, fault) => `“${text}” ${fault}`,
    moment: text => `“${text}” não é uma data e hora como 2026-01-31 07:49:33`,
    power: text =>
      `“${text}” é um id que uma planilha transformou em potência de dez: os dígitos se perderam`,
    kind: text => `“${text}” não é commission, kickback nem bonus`,
    empty: 'está vazio',
    full: 'é um de mais de 65.535 diferentes',
  }),
  said(LOOKS, {
    empty: 'Está vazio.',
    zip: 'É um arquivo ZIP ou uma pasta do Excel. Descompacte, ou salve como CSV.',
    gzip: 'É um arquivo compactado. Descompacte primeiro.',
    pdf: 'É um PDF. Exporte as comissões como CSV.',
    html: 'É uma página da web, talvez a de login salva no lugar do arquivo. Baixe a exportação de novo.',
    json: 'É JSON, não CSV.',
    'utf-16': 'É texto em UTF-16, como algumas planilhas salvam. Salve como CSV UTF-8.',
    binary: 'Não é um arquivo de texto.',
    'binance-us': 'É um arquivo da Binance.US. A Binance.US é outra empresa, com seu próprio programa.',
    statement:
      'Parece um extrato de conta (histórico de transações), mas numa forma desconhecida. Baixe de novo como CSV.',
    'statement-zone':
      'É um extrato de conta cujos horários estão num fuso que só o nome dado pela Binance diz, como “…(UTC+2)….csv”. Escolha o fuso ou devolva esse nome ao arquivo.',
    zone: 'O cabeçalho nomeia um fuso horário que não existe. Escolha o dos horários.',
    dates: 'As datas podem ser lidas com o dia ou com o mês primeiro, e nada nele diz qual.',
    shifted:
      'As linhas ficam a horas inteiras de linhas conhecidas, como em extratos baixados uma vez no verão e outra no inverno. Contadas assim, poderiam contar duas vezes.',
    trades: 'É uma exportação de operações, não a de comissões.',
    'futures-income': 'É um arquivo de renda de futuros, não a exportação de comissões.',
    'unknown-csv': 'A primeira linha não nomeia as colunas de uma exportação de comissões.',
  }),
  said(FAULT_TEXT, {
    full: 'O disco ou o armazenamento do navegador está cheio. Nada foi mudado. Libere espaço e tente de novo.',
    damaged:
      'O registro guardado está danificado. Nada foi mudado. Apague-o e importe suas exportações de novo.',
    unreadable:
      'Um arquivo não pôde ser lido até o fim; talvez tenha sido movido ou mudado. Nada foi importado.',
    outpaced: 'Outra janela mudou o registro no mesmo momento. Nada foi importado. Tente de novo.',
    unknown: 'Algo deu errado. Nada foi mudado.',
  }),
  said(DAMAGE, {
    title: 'O registro não é mais o que era',
    text: 'O banco de dados deste navegador tem menos do que foi guardado por último, o que acontece quando os arquivos dele são danificados ou apagados. Nenhum número é mostrado, porque estaria errado.',
    advice: 'Importe suas exportações de novo para reconstruí-lo. Nada muda na Binance.',
    accept: 'Recomeçar com o que há',
    failed: 'O registro não pôde ser lido',
    again: 'Tentar de novo',
  }),
];
