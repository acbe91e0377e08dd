/** GET /api/people */
export interface Person { email: string; name: string; team: string | null }
export interface People { you: Person | null; people: Person[] }

/** GET /api/audit?subject=…&limit=… */
export interface Audit {
  whole: string; broken: number | null;
  entries: { sequence: number; at: string; person: string; action: string; subject: string; detail: string; hash: string }[];
}
