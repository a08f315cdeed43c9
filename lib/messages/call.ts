import * as z from 'zod/mini';
import type { Fault } from '../domain/result';
import type { Call } from './contract';

/** Declares a message by the fields of its question; `answers` adds the types of its answer and of its faults. */
export function call<Shape extends Readonly<Record<string, z.ZodMiniType>>>(shape: Shape) {
  const schema = z.strictObject(shape);
  type Question = z.infer<typeof schema>;
  return {
    answers: <Answer = undefined, Problem extends Fault = never>(): Call<{
      question: Question;
      answer: Answer;
      fault: Problem;
    }> => ({ parse: raw => schema.safeParse(raw).data }),
  };
}
