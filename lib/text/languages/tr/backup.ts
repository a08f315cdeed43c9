import { BACKUP } from '../../backup';
import { count } from '../../format';
import { type Said, said } from '../../language';

export const backup: Said[] = [
  said(BACKUP, {
    backup: 'Yedek',
    backupText:
      'Tüm satırlar, kodlarınız, seçtiğiniz görünüm ve yazdığınız her şeyle tek bir dosya. İçinde gizli anahtar yoktur. Herhangi bir yerde içe aktarınca hepsi geri gelir.',
    backupSave: 'Yedeği kaydet',
    backupSaved: 'Yedek kaydedildi.',
    restored: entries => `Yedek okundu: ${count(entries)} kaydınız, satırları aşağıda.`,
    restoredWithoutRows: entries =>
      `Yedek okundu: ${count(entries)} kaydınız. Satırlarının neden okunamadığı aşağıda yazıyor.`,
    restoreLost: n => `${count(n)} kayıt anlaşılamadı ve dışarıda bırakıldı.`,
    restoreBad: name =>
      `${name} bozuk ya da bu uzantının daha yeni bir sürümünün yedeği. Hiçbir şey değişmedi.`,
    backupPassphrase: 'Parola cümlesi (isteğe bağlı)',
    backupPassphraseWhy: 'Bununla yedeği cümle olmadan kimse açamaz; kaybolursa kimse geri getiremez.',
    backupLocked: name => `${name} kilitli. Kaydedildiği parola cümlesini yazın.`,
    restoreTitle: name => `${name} geri getirilsin mi?`,
    restoreText:
      'Buradakiler kalır. İkisinde de bir kayıt varsa yedeğinki geçerlidir; bilinen satırlar iki kez sayılmaz.',
    restoreMade: 'Oluşturulma',
    restoreCodes: 'Kodlar',
    restoreRows: 'Satırlar',
    restoreEntries: 'Kayıtlarınız',
    restoreTime: 'Kapsadığı süre',
    restoreBring: 'Geri getir',
    restoreLeave: 'Bırak',
    backupAge: days => (days === 0 ? 'Son yedeğiniz bugünün.' : `Son yedeğiniz ${days} günlük.`),
    backupNever: 'Bu tarayıcı henüz yedek kaydetmedi.',
    backupRemind: '30 günden eski olunca hatırlat',
    backupDue: 'Yedek alma zamanı.',
    backupFailed: why => `Yedekleme başarısız: ${why}`,
  }),
];
