import { call } from '$lib/api/call';
import type { Mentions } from '$lib/contract/talk';
import { person } from '$lib/state/person.svelte';

/** How often the one who is here was named and has not looked. */
class Badge {
  unread = $state(0);

  refresh(): void {
    const who = person.email;
    if (!who) {
      this.unread = 0;
      return;
    }
    call<Mentions>('/api/mentions').then((found) => { if (who === person.email) this.unread = found.unread; }, () => undefined);
  }
}
export const mentions = new Badge();
