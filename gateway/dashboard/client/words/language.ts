// The language of the page: Chinese first; the choice is kept in this browser.
import { createWatchable, useWatched } from '../state/watchable';
import { recall, remember } from '../state/remember';
import { type Language, type Say, sayIn } from './words';

const language = createWatchable<Language>(recall('language') === 'en' ? 'en' : 'zh');

export function useLanguage(): Language {
  return useWatched(language);
}

export function useSay(): Say {
  return sayIn(useLanguage());
}

export function chooseLanguage(chosen: Language): void {
  remember('language', chosen);
  language.set(chosen);
  markPage();
}

export function markPage(): void {
  document.documentElement.lang = language.get() === 'zh' ? 'zh-CN' : 'en';
}
