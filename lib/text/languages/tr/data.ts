import { bytes } from '../../amounts';
import { DAMAGE, DATA, FAULT_TEXT, FAULTS, LOOKS, REJECTED } from '../../data';
import { BASE, count } from '../../format';
import { type Said, said } from '../../language';

export const data: Said[] = [
  said(DATA, {
    title: 'Veriler',
    import: 'Dosya içe aktar',
    importLead:
      'Binance komisyon dışa aktarımları ve hesap ekstreleri (CSV) ya da kendi yedeğiniz. Birlikte verilen dosyalar tek partidir; bilinenler iki kez sayılmaz.',
    drop: 'Dosyaları buraya bırakın ya da',
    choose: 'Dosya seçin',
    importing: 'İçe aktarılıyor',
    progressOf: (done, total) => `${bytes(done)} / ${bytes(total)}`,
    rows: n => `${count(n)} satır`,
    rate: perSecond => `saniyede ${count(Math.round(perSecond))} satır`,
    left: seconds => (seconds < 1 ? 'bitmek üzere' : `${count(Math.ceil(seconds))} saniye kaldı`),
    phases: { reading: 'Okunuyor', merging: 'Bilinenlerle karşılaştırılıyor', saving: 'Kaydediliyor' },
    waiting: 'Başlıyor ya da başka bir pencereyi bekliyor',
    cancel: 'İptal',
    cancelled: 'İçe aktarma iptal edildi. Hiçbir şey değişmedi.',
    receipt: 'İçe aktarma fişi',
    moreReceipts: n => `ve daha önceki ${count(n)} içe aktarma`,
    receiptSummary: (added, known, rejected) =>
      [
        `${count(added)} satır içe aktarıldı.`,
        known > 0 && `${count(known)} satır zaten biliniyordu.`,
        rejected > 0 && `${count(rejected)} satır okunamadı.`,
      ]
        .filter(Boolean)
        .join(' '),
    figures: {
      read: 'Okunan',
      added: 'Eklenen',
      known: 'Bilinen',
      rejected: 'Reddedilen',
      unpriced: 'Fiyatsız',
    },
    figureWhy: {
      read: 'Dosyalardaki satırlar, başlıklar hariç',
      added: 'Defterinizde yeni',
      known: 'Defterinizde zaten vardı ya da bu dosyalar arasında yineleniyor',
      rejected: 'Okunamadı; aşağıda listelendi',
      unpriced: 'Eklenenlerden: dışa aktarımda değeri yok',
    },
    repeated: n => `${count(n)} satır bu dosyaların birden fazlasında var ve bir kez sayıldı.`,
    zones: (file, believed, other) =>
      `${file}: başlık ve dosya adı farklı saat dilimleri söylüyor. Saatler ${believed} olarak okundu; diğeri ${other}.`,
    readAs: zone => `Saatleri ${zone} olarak oku`,
    rereadHow:
      'Diğer türlü okumak için bu içe aktarmayı geri alın, aynı dosyaları yeniden bırakın ve buraya basın.',
    zoneOfTimes: file => `${file} saat dilimi`,
    chooseZone: 'Saat dilimini seçin',
    readDayFirst: 'Önce gün olarak oku',
    readMonthFirst: 'Önce ay olarak oku',
    countApart: 'Başka ödemeler olarak say',
    copySaved: file =>
      `${file} bir hesap tablosu tarafından kaydedilmiş; bu, saniyeler gibi göstermediği şeyleri keser. Yalnızca Binance’in kendi dosyasının olmadığı yerde sayılır; elinize geçince onu içe aktarın.`,
    seam: (n, one, other, at) =>
      `${at} zamanına ait ${count(n)} eşit satır hem ${one} hem de ${other} içinde var. Yalnızca uç uca gelen dosyalar toplanır, bu yüzden hepsi sayılır. Aynı ödemeyse bunu geri alın ve dosyaları art arda içe aktarın.`,
    met: (n, at) =>
      `${at} zamanına ait ${count(n)} satır, orada biten ya da başlayan daha önceki bir içe aktarmadan biliniyor ve bir kez sayıldı. Bunlar aynı görünen başka ödemelerse bunu geri alın ve iki dosyayı birlikte içe aktarın.`,
    missing: n =>
      `Önceki içe aktarmalardan ${count(n)} satır bu dosyaların zamanına düşüyor ama içlerinde yok.`,
    missingFates: {
      open: n =>
        `Karar verilmedi: ${count(n)} satır. Binance bu tür satırları düzeltmiş olabilir; siz karar verene kadar tutulurlar.`,
      kept: n => `Tutulan: ${count(n)} satır. Bu satırların yine olmadığı dosyalar hiçbir şeyi değiştirmez.`,
      removed: n => `Kaldırılan: ${count(n)} satır. Bu satırları içeren bir dosya onları geri getirir.`,
      again: n => `Daha yeni bir dosyada yine var: ${count(n)} satır; sayılıyor.`,
    },
    missingNewer: 'Bu satırlar daha yeni içe aktarmalarda ele alınıyor.',
    missingShow: 'Göster',
    missingKeep: 'Tut',
    missingRemove: 'Defterden kaldır',
    missingBack: 'Geri getir',
    returned: n => `Kaldırdığınız ${count(n)} satır yeniden sayılıyor: bu dosyalarda var.`,
    fileKinds: {
      export: 'Dışa aktarımlar',
      copy: 'Dışa aktarım kopyaları',
      statement: 'Hesap ekstreleri',
      'statement-copy': 'Ekstre kopyaları',
      credited: 'Kendi dışa aktarımlarınız, yatırılan',
      beside: 'Kendi dışa aktarımlarınız, ek sayılan',
    },
    fileOf: { copy: 'Dışa aktarım kopyası', statement: 'Hesap ekstresi', 'statement-copy': 'Ekstre kopyası' },
    otherOperations: n =>
      `Diğer işlemlerden ${count(n)} satır dışarıda bırakıldı: yalnızca kesin olarak referans geliri olanlar alınır.`,
    statementsText:
      'Gerçekten yatırılanlar; referans ve kod içermez. Her an dışa aktarımlardan, yoksa kopyalardan, yoksa bağlı hesaptan, o da yoksa ekstrelerden sayılır; dışa aktarım ile ekstrenin uyuştuğu günlerde komisyonlar yatırılmış demektir.',
    statementsValue:
      'Ekstrelerde değer yoktur. Her satır, varlığının o günkü açılış fiyatıyla değerlenir; fiyatlar Binance’in herkese açık fiyat sunucusundan gelir ve tarayıcı bunun için izin ister.',
    statementsAsk: 'Fiyatları al',
    statementsAsking: 'Fiyatlar soruluyor…',
    statementsValued: 'Artık her satırın değeri var.',
    statementsOpen:
      'Bazı satırlar fiyatsız kaldı: Binance’te o varlığın o günkü fiyatı yok ya da sorulamadı.',
    statementsDenied: 'Bu izin olmadan fiyat yok: o satırlar fiyatsız kalır.',
    file: 'Dosya',
    fileRows: 'Satır',
    fileValue: `Değer, ${BASE}`,
    fileReferrals: 'Referanslar',
    fileFirst: 'İlk',
    fileLast: 'Son',
    refusedTitle: n => `${count(n)} dosya reddedildi`,
    rejections: n => `${count(n)} satır okunamadı`,
    line: 'Satır no',
    column: 'Sütun',
    reason: 'Neden',
    wholeRow: 'satırın tümü',
    rawRow: 'İçerik',
    moreRejections: n => `ve indirilen dosyada ${count(n)} tane daha`,
    onlyFirst: n => `Yalnızca ilk ${count(n)} tanesi ayrıntılı tutulur.`,
    download: 'Reddedilen satırları indir',
    undo: 'Bu içe aktarmayı geri al',
    undone: 'Son içe aktarma geri alındı.',
    undoneAlready: 'Bu artık son içe aktarma değil. Hiçbir şey değişmedi.',
    undoEnds: imports => `En çok son ${count(imports)} içe aktarma geri alınabilir. Hiçbir şey değişmedi.`,
    reconcile: 'Mutabakat',
    reconcileText:
      'İkisinin de tümüyle kapsadığı günlerde, dışa aktarımlarınızdaki komisyonlar ile hesabınızın kayıtları ya da ekstreleri, miktara göre yan yana.',
    reconcileMonth: 'Ay',
    reconcileAccount: 'Hesap',
    reconcileDays: 'Gün',
    reconcileAsset: 'Varlık',
    reconcileFiles: 'Dosyalarda',
    reconcileOwn: 'Hesapta',
    reconcileDifference: 'Fark',
    reconcileAgrees: assets => `${count(assets)} varlık, fark yok`,
    ledger: 'Defteriniz',
    ledgerEmpty: 'Henüz bir şey saklanmadı.',
    ledgerRows: 'Komisyonlar',
    ledgerReferrals: 'Referanslar',
    ledgerSpan: 'Kapsanan günler',
    ledgerUpTo: 'Son veri',
    batches: 'İçe aktarmalar',
    demoTitle: 'Demo',
    demoText: 'Gördüğünüz rakamlar uydurmadır. İlk içe aktarmayla ya da şimdi giderler.',
    demoOffer: 'Kendinizinkileri içe aktarmadan önce bakınmanız için iki yıllık uydurma rakam.',
    demoStart: 'Demoyu dene',
    demoLeave: 'Demodan çık',
    erase: 'Her şeyi sil',
    eraseText: 'Bu tarayıcıdaki tüm komisyonları, fişleri ve kodları siler. Binance hesabınıza dokunulmaz.',
    eraseSure: 'Evet, her şeyi sil',
    eraseKeep: 'Vazgeç',
  }),
  said(FAULTS, {
    'not a number': 'bir sayı değil',
    'more than 8 decimals': '8’den fazla ondalığa sahip, kesin olarak saklanamaz',
    'too large': 'kesin olarak saklanamayacak kadar büyük',
  }),
  said(REJECTED, {
    columns: (found, expected) => `${count(found)} sütunu var, başlıkta ise ${count(expected)}`,
    quote: 'bir tırnak hiç kapanmıyor ya da ardında metin var',
    decimal: (text, fault) => `“${text}” ${fault}`,
    moment: text => `“${text}”, 2026-01-31 07:49:33 gibi bir tarih ve saat değil`,
    power: text => `“${text}”, bir hesap tablosunun onun kuvvetine çevirdiği bir kimlik: basamakları kayıp`,
    kind: text => `“${text}”, commission, kickback ya da bonus değil`,
    empty: 'boş',
    full: '65.535’ten fazla farklı değerden biri',
  }),
  said(LOOKS, {
    empty: 'Dosya boş.',
    zip: 'Bu bir ZIP arşivi ya da Excel çalışma kitabı. Açın ya da CSV olarak kaydedin.',
    gzip: 'Bu sıkıştırılmış bir arşiv. Önce açın.',
    pdf: 'Bu bir PDF. Komisyonları CSV olarak dışa aktarın.',
    html: 'Bu bir web sayfası, belki dosya yerine kaydedilmiş bir giriş sayfası. Dışa aktarımı yeniden indirin.',
    json: 'Bu JSON, CSV değil.',
    'utf-16': 'Bu, bazı tablo programlarının kaydettiği UTF-16 metin. CSV UTF-8 olarak kaydedin.',
    binary: 'Bu bir metin dosyası değil.',
    'binance-us': 'Bu bir Binance.US dosyası. Binance.US, kendi programı olan başka bir şirkettir.',
    statement:
      'Bir hesap ekstresine (işlem geçmişi) benziyor ama biçimi bilinmiyor. CSV olarak yeniden indirin.',
    'statement-zone':
      'Bu, saat dilimi yalnızca Binance’in verdiği dosya adında yazan bir hesap ekstresi; örneğin “…(UTC+2)….csv”. Saat dilimini seçin ya da dosyaya o adı geri verin.',
    zone: 'Başlığında var olmayan bir saat dilimi yazıyor. Saatlerinin hangi dilimde olduğunu seçin.',
    dates:
      'Tarihleri önce gün ya da önce ay olarak okunabilir; dosyada hangisi olduğunu söyleyen bir şey yok.',
    shifted:
      'Satırları, bilinen satırlardan tam saatlerle ayrılıyor; bir kez yazın, bir kez kışın indirilen ekstrelerde olduğu gibi. Bu hâliyle sayılırlarsa iki kez sayılabilirler.',
    trades: 'Bu bir işlem dışa aktarımı, komisyon dışa aktarımı değil.',
    'futures-income': 'Bu bir vadeli gelir dosyası, komisyon dışa aktarımı değil.',
    'unknown-csv': 'İlk satırı bir komisyon dışa aktarımının sütunlarını adlandırmıyor.',
  }),
  said(FAULT_TEXT, {
    full: 'Disk ya da tarayıcının deposu dolu. Hiçbir şey değişmedi. Yer açıp yeniden deneyin.',
    damaged: 'Saklanan defter bozuk. Hiçbir şey değişmedi. Silip dışa aktarımlarınızı yeniden içe aktarın.',
    unreadable:
      'Bir dosya sonuna kadar okunamadı; taşınmış ya da değişmiş olabilir. Hiçbir şey içe aktarılmadı.',
    outpaced: 'Başka bir pencere aynı anda defteri değiştirdi. Hiçbir şey içe aktarılmadı. Yeniden deneyin.',
    unknown: 'Bir şeyler ters gitti. Hiçbir şey değişmedi.',
  }),
  said(DAMAGE, {
    title: 'Defter eskisi gibi değil',
    text: 'Bu tarayıcının veritabanında son saklanandan daha azı var; dosyaları bozulduğunda ya da silindiğinde böyle olur. Yanlış olacağı için hiçbir rakam gösterilmiyor.',
    advice:
      'Yeniden oluşturmak için dışa aktarımlarınızı yeniden içe aktarın. Binance’te hiçbir şey etkilenmez.',
    accept: 'Olanla yeniden başla',
    failed: 'Defter okunamadı',
    again: 'Yeniden dene',
  }),
];
