import { bytes, counted } from '../../amounts';
import { DAMAGE, DATA, FAULT_TEXT, FAULTS, LOOKS, REJECTED } from '../../data';
import { BASE, count } from '../../format';
import { type Said, said } from '../../language';

export const data: Said[] = [
  said(DATA, {
    title: 'Datos',
    import: 'Importar archivos',
    importLead:
      'Exportaciones de comisiones y extractos de cuenta de Binance (CSV), o una copia tuya. Varios a la vez son un solo lote; lo que ya se conoce no se duplica.',
    drop: 'Suelta archivos aquí, o',
    choose: 'Elegir archivos',
    importing: 'Importando',
    progressOf: (done, total) => `${bytes(done)} de ${bytes(total)}`,
    rows: n => counted(n, 'fila'),
    rate: perSecond => `${count(Math.round(perSecond))} filas por segundo`,
    left: seconds => (seconds < 1 ? 'casi listo' : `${counted(Math.ceil(seconds), 'segundo')} más`),
    phases: { reading: 'Leyendo', merging: 'Comparando con lo conocido', saving: 'Guardando' },
    waiting: 'Empezando, o esperando a otra ventana',
    cancel: 'Cancelar',
    cancelled: 'Importación cancelada. No se cambió nada.',
    receipt: 'Recibo de importación',
    moreReceipts: n => `y ${counted(n, 'importación anterior', 'importaciones anteriores')}`,
    receiptSummary: (added, known, rejected) =>
      [
        `${counted(added, 'fila importada', 'filas importadas')}.`,
        known > 0 && `${counted(known, 'ya se conocía', 'ya se conocían')}.`,
        rejected > 0 && `${counted(rejected, 'no se pudo leer', 'no se pudieron leer')}.`,
      ]
        .filter(Boolean)
        .join(' '),
    figures: {
      read: 'Leídas',
      added: 'Añadidas',
      known: 'Conocidas',
      rejected: 'Rechazadas',
      unpriced: 'Sin precio',
    },
    figureWhy: {
      read: 'Filas de los archivos, sin las cabeceras',
      added: 'Nuevas en tu registro',
      known: 'Ya estaban en tu registro, o se repiten entre estos archivos',
      rejected: 'No se pudieron leer; están abajo',
      unpriced: 'De las añadidas: sin valor en la exportación',
    },
    repeated: n =>
      `${counted(n, 'fila')} ${n === 1 ? 'está en más de uno de estos archivos y se contó' : 'están en más de uno de estos archivos y se contaron'} una vez.`,
    zones: (file, believed, other) =>
      `${file}: su cabecera y su nombre dicen zonas horarias distintas. Sus horas se leyeron como ${believed}; la otra es ${other}.`,
    readAs: zone => `Leer sus horas como ${zone}`,
    rereadHow:
      'Para leerlo de la otra manera, deshaz esta importación, suelta los mismos archivos otra vez y pulsa aquí.',
    zoneOfTimes: file => `Zona horaria de ${file}`,
    chooseZone: 'Elige la zona',
    readDayFirst: 'Leer primero el día',
    readMonthFirst: 'Leer primero el mes',
    countApart: 'Contarlas como otros pagos',
    copySaved: file =>
      `${file} lo guardó una hoja de cálculo, que corta lo que no muestra, como los segundos. Solo cuenta donde no lo hace un archivo propio de Binance; impórtalo cuando lo tengas.`,
    seam: (n, one, other, at) =>
      `${n === 1 ? '1 fila igual' : `${count(n)} filas iguales`} de ${at} ${n === 1 ? 'está' : 'están'} tanto en ${one} como en ${other}. Los archivos que solo se tocan se suman, así que todas cuentan. Si es el mismo pago, deshaz esto e importa los archivos uno tras otro.`,
    met: (n, at) =>
      `${counted(n, 'fila')} de ${at} ya ${n === 1 ? 'se conoce' : 'se conocen'} de una importación anterior que acaba o empieza ahí, y ${n === 1 ? 'cuenta' : 'cuentan'} una vez. Si son otros pagos que se ven iguales, deshaz esto e importa ambos archivos juntos.`,
    missing: n =>
      `${counted(n, 'fila')} de importaciones anteriores ${n === 1 ? 'cae en el tiempo de estos archivos pero no está en ellos' : 'caen en el tiempo de estos archivos pero no están en ellos'}.`,
    missingFates: {
      open: n =>
        `Sin decidir: ${counted(n, 'fila')}. Quizá Binance haya corregido tales filas; se conservan hasta que decidas.`,
      kept: n => `Conservadas: ${counted(n, 'fila')}. Los archivos en que vuelvan a faltar no cambian nada.`,
      removed: n => `Quitadas: ${counted(n, 'fila')}. Un archivo que las tenga las trae de vuelta.`,
      again: n => `Otra vez en un archivo más nuevo: ${counted(n, 'fila')}; cuentan.`,
    },
    missingNewer: 'Importaciones más nuevas hablan de estas filas.',
    missingShow: 'Mostrarlas',
    missingKeep: 'Conservarlas',
    missingRemove: 'Quitarlas del registro',
    missingBack: 'Traerlas de vuelta',
    returned: n =>
      n === 1
        ? '1 fila que habías quitado vuelve a contar: está en estos archivos.'
        : `${count(n)} filas que habías quitado vuelven a contar: están en estos archivos.`,
    fileKinds: {
      export: 'Exportaciones',
      copy: 'Copias de exportaciones',
      statement: 'Extractos de cuenta',
      'statement-copy': 'Copias de extractos',
      credited: 'Exportaciones propias, abonado',
      beside: 'Exportaciones propias, contado además',
    },
    fileOf: {
      copy: 'Copia de una exportación',
      statement: 'Extracto de cuenta',
      'statement-copy': 'Copia de un extracto',
    },
    otherOperations: n =>
      `${counted(n, 'fila')} de otras operaciones no se ${n === 1 ? 'tomó' : 'tomaron'}: solo se toma lo que es con seguridad ingreso por referidos.`,
    statementsText:
      'Lo que se abonó de verdad, sin referidos ni códigos. Cada momento se cuenta de las exportaciones, si no de las copias, si no de una cuenta conectada, si no de los extractos; donde una exportación y un extracto coinciden en un día, sus comisiones están abonadas.',
    statementsValue:
      'Los extractos no traen valores. Cada fila se valora al precio con que su activo abrió ese día; los precios vienen del servidor público de precios de Binance, que el navegador te pide permitir.',
    statementsAsk: 'Obtener precios',
    statementsAsking: 'Pidiendo precios…',
    statementsValued: 'Todas las filas tienen ya un valor.',
    statementsOpen:
      'Algunas filas siguen sin precio: Binance no tiene precio de su activo ese día, o no se le pudo preguntar.',
    statementsDenied: 'Sin ese permiso no hay precios: esas filas siguen sin precio.',
    file: 'Archivo',
    fileRows: 'Filas',
    fileValue: `Valor, ${BASE}`,
    fileReferrals: 'Referidos',
    fileFirst: 'Primera',
    fileLast: 'Última',
    refusedTitle: n => (n === 1 ? 'Un archivo fue rechazado' : `${count(n)} archivos fueron rechazados`),
    rejections: n => counted(n, 'fila no se pudo leer', 'filas no se pudieron leer'),
    line: 'Línea',
    column: 'Columna',
    reason: 'Motivo',
    wholeRow: 'toda la fila',
    rawRow: 'Fila',
    moreRejections: n => `y ${count(n)} más en la descarga`,
    onlyFirst: n => `Solo se guardan en detalle las primeras ${count(n)}.`,
    download: 'Descargar filas rechazadas',
    undo: 'Deshacer esta importación',
    undone: 'La última importación se deshizo.',
    undoneAlready: 'Esa importación ya no es la última. No se cambió nada.',
    undoEnds: imports =>
      `Se puede deshacer hasta ${counted(imports, 'importación', 'importaciones')} atrás, no más. No se cambió nada.`,
    reconcile: 'Conciliación',
    reconcileText:
      'Las comisiones de tus exportaciones junto a los registros de tu cuenta, o sus extractos, por cantidad, en los días que ambos cubren enteros.',
    reconcileMonth: 'Mes',
    reconcileAccount: 'Cuenta',
    reconcileDays: 'Días',
    reconcileAsset: 'Activo',
    reconcileFiles: 'En archivos',
    reconcileOwn: 'En la cuenta',
    reconcileDifference: 'Diferencia',
    reconcileAgrees: assets => `${counted(assets, 'activo')}, sin diferencia`,
    ledger: 'Tu registro',
    ledgerEmpty: 'Aún no hay nada guardado.',
    ledgerRows: 'Comisiones',
    ledgerReferrals: 'Referidos',
    ledgerSpan: 'Días cubiertos',
    ledgerUpTo: 'Datos hasta',
    batches: 'Importaciones',
    demoTitle: 'Demo',
    demoText: 'Las cifras que ves son inventadas. Se van con la primera importación, o ahora.',
    demoOffer: 'Dos años de cifras inventadas, para mirar antes de importar las tuyas.',
    demoStart: 'Probar la demo',
    demoLeave: 'Salir de la demo',
    erase: 'Borrar todo',
    eraseText:
      'Borra de este navegador todas las comisiones, recibos y códigos. Tu cuenta de Binance no se toca.',
    eraseSure: 'Sí, borrar todo',
    eraseKeep: 'Conservarlo',
  }),
  said(FAULTS, {
    'not a number': 'no es un número',
    'more than 8 decimals': 'tiene más de 8 decimales, que no se pueden guardar con exactitud',
    'too large': 'es demasiado grande para guardarlo con exactitud',
  }),
  said(REJECTED, {
    columns: (found, expected) => `tiene ${counted(found, 'columna')}, la cabecera tiene ${expected}`,
    quote: 'una comilla nunca se cierra, o lleva texto detrás',
    decimal: (text, fault) => `«${text}» ${fault}`,
    moment: text => `«${text}» no es una fecha y hora como 2026-01-31 07:49:33`,
    power: text =>
      `«${text}» es un identificador que una hoja de cálculo convirtió en potencia de diez: sus cifras se perdieron`,
    kind: text => `«${text}» no es commission, kickback ni bonus`,
    empty: 'está vacío',
    full: 'es uno de más de 65 535 distintos',
  }),
  said(LOOKS, {
    empty: 'Está vacío.',
    zip: 'Es un archivo ZIP o un libro de Excel. Descomprímelo o guárdalo como CSV.',
    gzip: 'Es un archivo comprimido. Descomprímelo primero.',
    pdf: 'Es un PDF. Exporta las comisiones como CSV.',
    html: 'Es una página web, quizá la de inicio de sesión guardada en lugar del archivo. Descarga la exportación otra vez.',
    json: 'Es JSON, no CSV.',
    'utf-16': 'Es texto en UTF-16, como lo guardan algunas hojas de cálculo. Guárdalo como CSV UTF-8.',
    binary: 'No es un archivo de texto.',
    'binance-us': 'Es un archivo de Binance.US. Binance.US es otra empresa con su propio programa.',
    statement:
      'Parece un extracto de cuenta (historial de transacciones), pero en una forma desconocida. Descárgalo otra vez como CSV.',
    'statement-zone':
      'Es un extracto de cuenta cuyas horas están en una zona que solo dice el nombre que Binance da al archivo, como «…(UTC+2)….csv». Elige la zona o devuélvele ese nombre.',
    zone: 'Su cabecera nombra una zona horaria que no existe. Elige la de sus horas.',
    dates: 'Sus fechas se pueden leer con el día o con el mes primero, y nada en él dice cómo.',
    shifted:
      'Sus filas están a horas enteras de filas conocidas, como en extractos descargados una vez en verano y otra en invierno. Contadas tal cual, podrían contar dos veces.',
    trades: 'Es una exportación de operaciones, no la de comisiones.',
    'futures-income': 'Es un archivo de ingresos de futuros, no la exportación de comisiones.',
    'unknown-csv': 'Su primera línea no nombra las columnas de una exportación de comisiones.',
  }),
  said(FAULT_TEXT, {
    full: 'El disco o el almacenamiento del navegador está lleno. No se cambió nada. Libera espacio e inténtalo de nuevo.',
    damaged:
      'El registro guardado está dañado. No se cambió nada. Bórralo e importa otra vez tus exportaciones.',
    unreadable: 'Un archivo no se pudo leer hasta el final; quizá se movió o cambió. No se importó nada.',
    outpaced: 'Otra ventana cambió el registro en el mismo momento. No se importó nada. Inténtalo de nuevo.',
    unknown: 'Algo salió mal. No se cambió nada.',
  }),
  said(DAMAGE, {
    title: 'El registro ya no es el que era',
    text: 'La base de datos de este navegador tiene menos de lo que se guardó por última vez; ocurre cuando sus archivos se dañan o se borran. No se muestran cifras, porque serían erróneas.',
    advice: 'Importa otra vez tus exportaciones para reconstruirlo. Nada cambia en Binance.',
    accept: 'Empezar de nuevo con lo que hay',
    failed: 'No se pudo leer el registro',
    again: 'Intentar de nuevo',
  }),
];
