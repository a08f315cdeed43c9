import { counted } from '../../amounts';
import { CONNECTIONS, FAULTY, REFUSED, TROUBLE } from '../../connections';
import { count } from '../../format';
import { type Said, said } from '../../language';

export const connections: Said[] = [
  said(CONNECTIONS, {
    title: 'Contas',
    intro:
      'Conectada com uma chave só de leitura, uma conta da Binance é consultada de hora em hora, para que o dia de hoje esteja aqui sem importar nada. Tudo fica neste navegador.',
    connectAccount: 'Conectar conta',
    connectAgain: 'Conectar de novo',
    label: 'Nome',
    defaultLabel: 'Minha conta',
    steps: 'Como obter uma chave',
    stepsText: [
      'Na Binance: Perfil → Gerenciamento de API → Criar API.',
      'Deixe “Enable Reading” (leitura) como única permissão. Uma chave que possa operar ou sacar é recusada aqui.',
      'Escolha “System generated” para uma chave com segredo, ou “Self-generated” para registrar a chave pública feita aqui.',
    ],
    how: 'Como este navegador a guarda',
    ways: { locked: 'Trancada', convenient: 'Prática', 'key-pair': 'Par de chaves feito aqui' },
    chips: {
      locked: 'Criptografada',
      convenient: 'Sem criptografia',
      'key-pair': 'Par de chaves',
      none: 'Desconectada',
    },
    waysText: {
      locked:
        'Criptografada com sua frase-senha, que não é guardada em lugar nenhum. Sincroniza enquanto estiver destrancada; tranca sozinha e quando o navegador fecha.',
      convenient:
        'Sincroniza sempre. Quem copiar o perfil deste navegador pode usar a chave para ler sua conta.',
      'key-pair':
        'Nenhum segredo é digitado nem mostrado: você registra nossa chave pública na Binance. Quem copiar o perfil deste navegador pode usá-la para ler sua conta.',
    },
    noKeys:
      'Este navegador não cria pares de chaves (Chrome a partir de 137, Firefox a partir de 129 criam).',
    apiKey: 'Chave de API',
    apiSecret: 'Segredo da API',
    passphrase: 'Frase-senha',
    passphraseHint: characters => `Pelo menos ${count(characters)} caracteres. Não pode ser recuperada.`,
    publicKey: 'Chave pública para registrar na Binance',
    makeKey: 'Fazer um par de chaves',
    copyKey: 'Copiar a chave pública',
    keyHint: 'Depois digite a chave de API que a Binance mostra para ela.',
    connect: 'Conectar',
    connecting: 'Perguntando à Binance o que esta chave pode fazer…',
    cancel: 'Cancelar',
    shortPassphrase: characters => `A frase-senha precisa de pelo menos ${count(characters)} caracteres.`,
    missing: 'Digite a chave de API e o segredo.',
    missingKey: 'Digite a chave de API.',
    noHosts: 'O navegador não permitiu perguntar à Binance. Nada foi guardado.',
    connected: label => `${label} está conectada. A chave dela só pode ler.`,
    syncNow: 'Sincronizar agora',
    syncing: 'Sincronizando…',
    lock: 'Trancar',
    unlock: 'Destrancar',
    locked: 'Trancada',
    lockedText: 'Nada é perguntado até você destrancar.',
    unlockedUntil: at => `Destrancada até ${at}`,
    wrongPassphrase: 'Essa frase-senha não a abre.',
    disconnect: 'Desconectar',
    disconnectText: 'A chave é apagada deste navegador. O que fazer com as comissões que ela trouxe?',
    keepRows: 'Desconectar e manter as comissões',
    dropRows: 'Desconectar e remover as comissões',
    keepIt: 'Continuar conectada',
    disconnected: 'Desconectada. A chave foi apagada; as comissões ficaram.',
    notDone: 'Não funcionou. Tente de novo.',
    dropped: 'Desconectada. A chave e as comissões que ela trouxe se foram.',
    owns: 'Os arquivos que importo são desta conta',
    ownsText:
      'Então os dois falam do mesmo dinheiro, e cada dia é contado de um deles: primeiro os arquivos, onde o cobrem.',
    source: 'Origem',
    state: 'Situação',
    back: 'Desde',
    upTo: 'Até',
    wayNames: {
      spot: 'Reembolsos de spot e margem',
      'usd-m': 'Renda de futuros USD-M',
      'coin-m': 'Renda de futuros COIN-M',
      mining: 'Reembolsos de mineração',
    },
    rejected: n =>
      `${counted(n, 'linha não pôde ser guardada', 'linhas não puderam ser guardadas')}: a quantidade tem mais de 8 decimais.`,
  }),
  said(REFUSED, {
    powers: 'Recusada: esta chave pode fazer mais do que ler',
    signature: 'A Binance não aceita a assinatura. O segredo não é o desta chave de API.',
    key: 'A Binance não aceita esta chave: confira a chave de API, a lista de endereços dela e se ela pode ler.',
    unreadable:
      'A resposta da Binance sobre os poderes desta chave não foi entendida, então ela não é usada.',
    twice: 'Esta é a mesma conta da Binance que',
  }),
  said(FAULTY, {
    powers: (refused, powers) => `${refused} (${powers}). Crie uma só com “Enable Reading”.`,
    twice: (refused, label) => `${refused} “${label}”. Desconecte uma das duas.`,
    again: (trouble, at) => `${trouble}. Nova tentativa: ${at}.`,
    notStored: trouble => `${trouble}. Nada foi guardado; tente de novo.`,
    unknown: 'Algo deu errado. Nada foi guardado; tente de novo.',
    waiting: 'Em espera',
    unread: 'Ainda não lido',
    fresh: 'Em dia',
    reading: percent => `Lendo para trás, ${percent}`,
  }),
  said(TROUBLE, {
    offline: 'Não foi possível falar com a Binance',
    limited: 'A Binance pediu para esperar',
    banned: 'A Binance bloqueou este endereço por um tempo, talvez por causa de outros programas',
    server: 'A Binance está ocupada ou falhou',
    firewall: 'O firewall da Binance recusou a solicitação',
    region: 'A Binance não responde nesta região',
    unreadable: 'A resposta da Binance não foi entendida',
    permission: 'Esta chave não pode ler isto. O resto continua; confira as permissões da chave na Binance',
    unavailable: 'Não disponível para esta conta',
    declined: 'A Binance recusou a solicitação; talvez esta conta não esteja no programa',
    clock: 'O relógio deste computador e o da Binance não concordam',
    moved: 'Linhas continuavam chegando enquanto eram lidas',
    internal:
      'Este navegador não conseguiu guardar o que veio; talvez o disco esteja cheio. Nada ficou pela metade',
  }),
];
