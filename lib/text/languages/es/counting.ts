import { COUNTING } from '../../counting';
import { type Said, said } from '../../language';

export const counting: Said[] = [
  said(COUNTING, {
    title: '¿Cómo se cuenta esto?',
    rules: [
      'Un pago es lo que pasó: su momento, referido, activo, cantidad, tipo y mercado. Lo escriba como lo escriba un archivo, cuenta una vez. Los pagos iguales de un momento cuentan tantas veces como en el archivo que más tiene.',
      'Los archivos que se solapan se unen. De los que solo se tocan cuentan todas las filas, y el recibo dice dónde.',
      'Cada momento se cuenta desde la mejor fuente que lo cubre: las exportaciones de Binance, luego las copias guardadas por una hoja de cálculo, luego tu cuenta conectada, luego los extractos, luego sus copias y luego lo que tus propios archivos dan por abonado.',
      'Un pago puede abonarse hasta dos horas después de ganarse. Donde una fuente acaba o empieza, las filas se comparan por activo y cantidad, y si no coinciden, por sus sumas: lo que ambas tienen cuenta una vez.',
      'Donde otra fuente tiene todas las filas de una exportación y más, como cuando la exportación se filtró, el resto también cuenta, sin nombre.',
      'Las filas que faltan en el periodo de una exportación más nueva se conservan hasta que decidas. Tu decisión vale hasta que un archivo las tenga de nuevo.',
      'Los valores son los de la exportación. Las filas sin valor reciben el precio de apertura de su activo ese día; lo que no tiene precio se dice junto a la suma y no está en ella.',
      'Los días son días en UTC.',
    ],
  }),
];
