import { z } from 'zod';

const Question = z.object({ data: z.object({ challenge: z.string().min(1) }) });
const Echo = z.object({ challenge: z.string() });

/** Whether an answer says the word that a question has asked for: as it is, or as `{"challenge": "…"}`. */
export function isEchoed(question: string, answer: string): boolean {
  const { challenge } = Question.parse(JSON.parse(question)).data;
  if (answer.trim() === challenge) return true;
  try {
    const echo = Echo.safeParse(JSON.parse(answer));
    return echo.success && echo.data.challenge === challenge;
  } catch {
    return false;
  }
}
