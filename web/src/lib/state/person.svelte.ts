// Who sits in front of the page. The choice stays in this browser; sign-in takes this place later.
const KEY = 'bellwether.person';

function remembered(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

class Chosen {
  email = $state(remembered());

  choose(email: string): void {
    this.email = email;
    try {
      localStorage.setItem(KEY, email);
    } catch {
      // A browser that keeps nothing still works until it is closed.
    }
  }
}

export const person = new Chosen();

/** What tells the server who asks; nothing where nobody was chosen. */
export function identity(): Record<string, string> {
  return person.email ? { 'X-Bellwether-Person': person.email } : {};
}
