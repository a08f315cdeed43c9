import { FIRST_RUN } from '../../first-run';
import { type Said, said } from '../../language';

export const firstRun: Said[] = [
  said(FIRST_RUN, {
    title: 'Referans geliriniz: kesin ve hep sizin',
    lead: 'Herhangi bir şey okunmadan ya da saklanmadan önce, yaptığı şeyler bunlardır.',
    points: [
      [
        'Bu tarayıcıda kalır',
        'İçe aktardığınız komisyon dışa aktarımları burada okunur ve bu tarayıcının kendi veritabanında saklanır. Hiçbir yere hiçbir şey gönderilmez; sunucu, hesap ya da izleme yoktur.',
      ],
      [
        'Yalnızca verdiklerinizi saklar',
        'Referans kimlikleriyle komisyonlar, referans kodlarınız, ayarlarınız. Uzantıyı kaldırın ya da Sil’e basın, hepsi gider.',
      ],
      [
        'Kodunuzu yalnızca siz isteyince ekler',
        'www.binance.com kampanya sayfalarında küçük “Referans bağlantısını kopyala” düğmeleri gösterir. Bağlantı, bir düğmeye bastığınızda ya da Ayarlar’da açtıysanız bir kampanya adresini kopyaladığınızda oluşur. Sayfalara, adreslere ve başkalarının kodlarına dokunulmaz.',
      ],
    ],
    agree: 'Kabul et ve başla',
    demo: 'Demoyu dene',
    demoNote: 'Demo aynı şeyleri kabul eder ve paneli uydurma rakamlarla doldurur.',
  }),
];
