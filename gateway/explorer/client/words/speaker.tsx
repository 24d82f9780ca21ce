// Which language the page speaks: chosen once, kept in the browser, known to every part below.
import { createContext, type ComponentChildren } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { keep, kept } from '../browser/keep';
import type { Language, Sentence } from './language';

interface Speaker {
  language: Language;
  say(sentence: Sentence): string;
  speak(language: Language): void;
}

const SpeakerContext = createContext<Speaker | null>(null);

export function SpeakerProvider({ children }: { children: ComponentChildren }) {
  const [language, speak] = useState<Language>(() => (kept('language') === 'en' ? 'en' : 'zh'));
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    keep('language', language);
  }, [language]);
  const speaker = { language, speak, say: (sentence: Sentence) => sentence[language] };
  return <SpeakerContext.Provider value={speaker}>{children}</SpeakerContext.Provider>;
}

export function useSpeaker(): Speaker {
  return useContext(SpeakerContext)!;
}
