import { BACKUP } from '../../backup';
import { count } from '../../format';
import { type Said, said } from '../../language';

export const backup: Said[] = [
  said(BACKUP, {
    backup: '备份',
    backupText:
      '一个文件，包含每一行、您的邀请码、所选外观和您写下的一切。不含任何密钥。在任何地方导入即可全部恢复。',
    backupSave: '保存备份',
    backupSaved: '备份已保存。',
    restored: entries => `已读取备份：您的 ${count(entries)} 条记录，其行数据见下。`,
    restoredWithoutRows: entries => `已读取备份：您的 ${count(entries)} 条记录。其行数据无法读取，原因见下。`,
    restoreLost: n => `有 ${count(n)} 条记录无法理解，已略过。`,
    restoreBad: name => `${name} 已损坏，或是本扩展更新版本的备份。没有任何改动。`,
    backupPassphrase: '密码短语（可选）',
    backupPassphraseWhy: '设置后，没有它谁也打不开备份；遗失后谁也无法恢复。',
    backupLocked: name => `${name} 已加密。请输入保存时使用的密码短语。`,
    restoreTitle: name => `恢复 ${name}？`,
    restoreText: '这里已有的内容会保留。双方都有的记录以备份为准；已有的行不会重复。',
    restoreMade: '创建时间',
    restoreCodes: '邀请码',
    restoreRows: '行数',
    restoreEntries: '您的记录',
    restoreTime: '覆盖时间',
    restoreBring: '恢复',
    restoreLeave: '不恢复',
    backupAge: days => (days === 0 ? '最近一次备份是今天的。' : `最近一次备份已有 ${days} 天。`),
    backupNever: '此浏览器尚未保存过备份。',
    backupRemind: '超过 30 天时提醒我',
    backupDue: '该备份了。',
    backupFailed: why => `备份失败：${why}`,
  }),
];
