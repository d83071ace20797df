import { useQueryClient } from '@tanstack/react-query';
import { useRouter, useSearch } from '@tanstack/react-router';
import { homeOf } from '../frame/home.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { meQuery } from '../server/queries.ts';
import { useSpeaking } from '../words/words.tsx';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  const { words, language, speak } = useSpeaking();
  const queries = useQueryClient();
  const router = useRouter();
  const { next } = useSearch({ from: '/login' });
  usePageTitle(words.signIn.title);
  return (
    <main className="sign-in-page">
      <div className="sign-in-card">
        <h1>
          <span translate="no">{words.app}</span> · {words.signIn.title}
        </h1>
        <p className="ceiling">{words.signIn.ceiling}</p>
        <SignInForm
          onSignedIn={(user) => {
            queries.clear();
            queries.setQueryData(meQuery.queryKey, user);
            if (next?.startsWith('/') && !next.startsWith('//')) router.history.push(next);
            else void router.navigate({ to: homeOf(user) });
          }}
        />
        <button
          type="button"
          className="button quiet-button"
          lang={language === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
        >
          {words.language.other}
        </button>
      </div>
    </main>
  );
}
