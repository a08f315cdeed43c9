import { counted } from '../../amounts';
import { BACKUP } from '../../backup';
import { type Said, said } from '../../language';

export const backup: Said[] = [
  said(BACKUP, {
    backup: 'Cópia de segurança',
    backupText:
      'Um arquivo com todas as linhas, seus códigos, a aparência escolhida e tudo o que você anotou. Não tem segredos. Importado em qualquer lugar, traz tudo de volta.',
    backupSave: 'Salvar cópia',
    backupSaved: 'Cópia salva.',
    restored: entries =>
      `Cópia lida: ${counted(entries, 'anotação sua', 'anotações suas')}, e as linhas abaixo.`,
    restoredWithoutRows: entries =>
      `Cópia lida: ${counted(entries, 'anotação sua', 'anotações suas')}. Abaixo está o motivo de as linhas não terem sido lidas.`,
    restoreLost: n =>
      `${counted(n, 'anotação não pôde ser entendida e ficou', 'anotações não puderam ser entendidas e ficaram')} de fora.`,
    restoreBad: name =>
      `${name} está danificado, ou é a cópia de uma versão mais nova desta extensão. Nada foi mudado.`,
    backupPassphrase: 'Frase secreta (opcional)',
    backupPassphraseWhy: 'Com ela, ninguém abre a cópia sem a frase, e ninguém a recupera se for perdida.',
    backupLocked: name => `${name} está bloqueado. Digite a frase secreta com que foi salvo.`,
    restoreTitle: name => `Trazer ${name} de volta?`,
    restoreText:
      'O que está aqui fica. Onde ambos têm uma anotação, vale a da cópia; linhas conhecidas não são duplicadas.',
    restoreMade: 'Feita',
    restoreCodes: 'Códigos',
    restoreRows: 'Linhas',
    restoreEntries: 'Anotações suas',
    restoreTime: 'Cobre',
    restoreBring: 'Trazer de volta',
    restoreLeave: 'Deixar',
    backupAge: days =>
      days === 0 ? 'Sua última cópia é de hoje.' : `Sua última cópia tem ${counted(days, 'dia')}.`,
    backupNever: 'Este navegador ainda não salvou nenhuma cópia.',
    backupRemind: 'Avise-me quando tiver mais de 30 dias',
    backupDue: 'Está na hora de uma cópia de segurança.',
    backupFailed: why => `A cópia falhou: ${why}`,
  }),
];
