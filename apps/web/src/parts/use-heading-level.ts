import { useLayoutEffect, useRef, useState } from 'react';

type Heading = 'h1' | 'h2' | 'h3';

/**
 * For something that stands in for a page as well as for a part of one: the page's heading where the page has no other,
 * else one level below what it stands in.
 */
export function useHeadingLevel<Place extends Element>() {
  const place = useRef<Place>(null);
  const [level, setLevel] = useState<Heading>('h2');
  useLayoutEffect(() => {
    const own = place.current;
    const isOther = (heading: Element | null | undefined) => heading && !own?.contains(heading);
    const others = [...document.querySelectorAll('main h1')].filter(isOther);
    const within = own?.parentElement?.closest('section, article, dialog, form');
    setLevel(others.length === 0 ? 'h1' : isOther(within?.querySelector('h2')) ? 'h3' : 'h2');
  }, []);
  return { place, Heading: level };
}
