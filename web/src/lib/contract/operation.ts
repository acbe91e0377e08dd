/** GET /api/alerts */
export interface Alerts { alerts: AlertItem[]; messages: Message[] }
export interface AlertItem { name: string; when: string; receivers: string[]; standings: Standing[] }
export interface Standing { subject: string; href: string | null; receiver: string; state: string; tone: string; since: string; text: string }
export interface Message {
  id: number; about: string; receiver: string; subject: string; state: string; tone: string; failed: boolean; added: string; problem: string;
}

/** GET /api/jobs */
export interface Jobs { jobs: JobItem[] }
export interface JobItem { name: string; what: string; cadence: string; due: string; running: boolean; last: Run | null; runs: Run[] }
export interface Run { started: string; took: string; outcome: string; tone: string; message: string }

/** What POST /api/alerts/test, /api/messages/again and /api/jobs/run answer. */
export interface Told { text: string }
