import { counted } from '../../amounts';
import { BACKUP } from '../../backup';
import { type Said, said } from '../../language';

export const backup: Said[] = [
  said(BACKUP, {
    backup: 'Copia de seguridad',
    backupText:
      'Un archivo con todas las filas, tus códigos, el aspecto elegido y todo lo que has anotado. No contiene secretos. Al importarlo en cualquier sitio, todo vuelve.',
    backupSave: 'Guardar copia',
    backupSaved: 'Copia guardada.',
    restored: entries =>
      `Copia leída: ${counted(entries, 'anotación tuya', 'anotaciones tuyas')}, y sus filas abajo.`,
    restoredWithoutRows: entries =>
      `Copia leída: ${counted(entries, 'anotación tuya', 'anotaciones tuyas')}. Abajo se dice por qué no se pudieron leer sus filas.`,
    restoreLost: n =>
      `${counted(n, 'anotación', 'anotaciones')} no se ${n === 1 ? 'pudo entender y quedó' : 'pudieron entender y quedaron'} fuera.`,
    restoreBad: name =>
      `${name} está dañado, o es una copia de una versión más nueva de esta extensión. No se cambió nada.`,
    backupPassphrase: 'Frase de paso (opcional)',
    backupPassphraseWhy:
      'Con ella nadie puede abrir la copia sin la frase, y nadie puede recuperarla si se pierde.',
    backupLocked: name => `${name} está bloqueado. Escribe la frase de paso con la que se guardó.`,
    restoreTitle: name => `¿Recuperar ${name}?`,
    restoreText:
      'Lo que hay aquí se queda. Donde ambos tienen una anotación, vale la de la copia; las filas conocidas no se duplican.',
    restoreMade: 'Hecha',
    restoreCodes: 'Códigos',
    restoreRows: 'Filas',
    restoreEntries: 'Anotaciones tuyas',
    restoreTime: 'Cubre',
    restoreBring: 'Recuperarla',
    restoreLeave: 'Dejarla',
    backupAge: days =>
      days === 0 ? 'Tu última copia es de hoy.' : `Tu última copia tiene ${counted(days, 'día')}.`,
    backupNever: 'Este navegador aún no ha guardado ninguna copia.',
    backupRemind: 'Avísame cuando tenga más de 30 días',
    backupDue: 'Es hora de hacer una copia de seguridad.',
    backupFailed: why => `La copia falló: ${why}`,
  }),
];
