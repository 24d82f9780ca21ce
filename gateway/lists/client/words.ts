// The words that the page takes from the gateway.
import type { Verdict } from '../import/verdict';

interface Said {
  zh: string;
  en: string;
}

export interface PageWords {
  lists: { name: string; title: Said }[];
  verdicts: Record<'done' | 'dryRun', Record<Verdict, Said>>;
}
