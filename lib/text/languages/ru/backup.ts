import { BACKUP } from '../../backup';
import { count } from '../../format';
import { type Said, said } from '../../language';
import { counted, days as daysOf } from './plural';

const records = (n: number) => counted(n, 'запись', 'записи', 'записей');

export const backup: Said[] = [
  said(BACKUP, {
    backup: 'Резервная копия',
    backupText:
      'Один файл со всеми строками, вашими кодами, выбранным оформлением и всем, что вы записали. Секретов в нём нет. Импорт в любом месте вернёт всё.',
    backupSave: 'Сохранить копию',
    backupSaved: 'Копия сохранена.',
    restored: entries => `Копия прочитана: ваших записей ${count(entries)}, её строки ниже.`,
    restoredWithoutRows: entries =>
      `Копия прочитана: ваших записей ${count(entries)}. Почему её строки не удалось прочитать, сказано ниже.`,
    restoreLost: n => `Не удалось понять и пропущено: ${records(n)}.`,
    restoreBad: name => `${name} повреждён или это копия более новой версии расширения. Ничего не изменено.`,
    backupPassphrase: 'Парольная фраза (необязательно)',
    backupPassphraseWhy: 'С ней никто не откроет копию без фразы, и никто её не вернёт, если фраза потеряна.',
    backupLocked: name => `${name} закрыт. Введите парольную фразу, с которой он сохранён.`,
    restoreTitle: name => `Вернуть ${name}?`,
    restoreText:
      'То, что есть здесь, останется. Где запись есть и там и тут, действует запись копии; известные строки не удваиваются.',
    restoreMade: 'Создана',
    restoreCodes: 'Коды',
    restoreRows: 'Строки',
    restoreEntries: 'Ваши записи',
    restoreTime: 'Охватывает',
    restoreBring: 'Вернуть',
    restoreLeave: 'Оставить',
    backupAge: days => (days === 0 ? 'Последняя копия — сегодняшняя.' : `Последней копии ${daysOf(days)}.`),
    backupNever: 'В этом браузере копий ещё не сохраняли.',
    backupRemind: 'Напоминать, когда она старше 30 дней',
    backupDue: 'Пора сделать резервную копию.',
    backupFailed: why => `Копия не удалась: ${why}`,
  }),
];
