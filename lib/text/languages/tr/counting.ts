import { COUNTING } from '../../counting';
import { type Said, said } from '../../language';

export const counting: Said[] = [
  said(COUNTING, {
    title: 'Bu nasıl sayılıyor?',
    rules: [
      'Bir ödeme, olan şeydir: anı, referansı, varlığı, miktarı, türü ve piyasası. Bir dosya onu nasıl yazarsa yazsın bir kez sayılır. Aynı anın eşit ödemeleri, en çoğunu içeren dosyadaki kadar sayılır.',
      'Örtüşen dosyalar birleştirilir. Yalnızca uç uca gelen dosyalarda bütün satırlar sayılır ve makbuz bunun nerede olduğunu söyler.',
      'Her an, onu kapsayan en iyi kaynaktan sayılır: önce Binance’in dışa aktarımları, sonra hesap tablosunun kaydettiği kopyalar, sonra bağlı hesabınız, sonra ekstreler, sonra onların kopyaları, sonra kendi dosyalarınızın yatırıldı dedikleri.',
      'Bir ödeme, kazanıldıktan iki saat sonrasına kadar yatırılabilir. Bir kaynağın bittiği ya da başladığı yerde satırlar varlık ve miktara göre, uyuşmazlarsa toplamlarına göre karşılaştırılır: ikisinde de olan bir kez sayılır.',
      'Başka bir kaynakta bir dışa aktarımın bütün satırları ve fazlası varsa, örneğin dışa aktarım filtrelenmişse, kalanı da isimsiz olarak sayılır.',
      'Daha yeni bir dışa aktarımın süresi içinde olup onda bulunmayan satırlar siz karar verene kadar kalır. Kararınız, bir dosya onları yeniden içerene kadar geçerlidir.',
      'Değerler dışa aktarımın kendi değerleridir. Değeri olmayan satırlar, varlıklarının o günkü açılış fiyatını alır; fiyatı olmayan, toplamın yanında söylenir ve toplama girmez.',
      'Günler UTC günleridir.',
    ],
  }),
];
