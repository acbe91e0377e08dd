import { Live } from '$lib/api/live.svelte';
import { person } from '$lib/state/person.svelte';
import { untrack } from 'svelte';

/** An answer that hangs on who asks: fetched anew when somebody else is chosen. Call in a component, with a path that may change. */
export function following<T>(path: () => string): Live<T> {
  const live = new Live<T>();
  let asked = person.email;
  $effect(() => {
    const who = person.email;
    live.show(path(), path());
    untrack(() => {
      if (who !== asked) void live.refresh();
      asked = who;
    });
  });
  return live;
}
