import { FIRST_RUN } from '../../first-run';
import { type Said, said } from '../../language';

export const firstRun: Said[] = [
  said(FIRST_RUN, {
    title: 'Tus ingresos por referidos, exactos y tuyos para siempre',
    lead: 'Antes de leer o guardar nada, esto es lo que hace.',
    points: [
      [
        'Se queda en este navegador',
        'Las exportaciones de comisiones que importas se leen aquí y se guardan en la base de datos de este navegador. No se envía nada a ningún sitio; no hay servidor, ni cuenta, ni analítica.',
      ],
      [
        'Guarda lo que le das',
        'Comisiones con sus identificadores de referidos, tus códigos, tus ajustes. Quita la extensión o pulsa Borrar, y todo desaparece.',
      ],
      [
        'Añade tu código solo cuando lo pides',
        'En las páginas de campañas de www.binance.com muestra pequeños botones Copiar enlace de referido. Un enlace se crea cuando pulsas uno o, si lo activas en Ajustes, cuando copias la dirección de una campaña. No toca páginas, direcciones ni códigos ajenos.',
      ],
    ],
    agree: 'Aceptar y empezar',
    demo: 'Probar la demo',
    demoNote: 'La demo acepta lo mismo y llena el panel con cifras inventadas.',
  }),
];
