/** What is said where nobody serves anybody: meetings, stand-ups, podcasts, lectures. */
import type { Wording } from './role-tables.ts';

export const meetingWording: readonly Wording[] = [
  {
    id: 'meeting',
    weight: 3,
    why: 'Speaks to colleagues about their own work.',
    says: `hi|hello|morning|afternoon|hey|thanks|welcome everyone|everybody|folks; hello|hey|hi team [and] welcome|lets|let|today|thanks;
      lets|let get|us|me [get] started|going with|by|everyone|on|; get started with|by; on the agenda; the agenda; agenda item|items|for|today;
      action items; next|last|this quarter|sprint|quarters|sprints; sprint planning|review|goals|retro; stand up|update|notes meeting;
      standup; roadmap; retrospective; walk us through; your|the|my slides; share|sharing my screen with; next steps are|for|from;
      pull request|requests; code review; the backlog; stakeholders; kickoff; kick off the|this|our; escalation review; circle back;
      let us|lets start|begin with|by; this meeting; todays meeting; meeting minutes; the deck; deadline for the`,
  },
  {
    id: 'broadcast',
    weight: 3,
    why: 'Speaks to an audience.',
    says: `podcast; this|todays|next|last|in|our|the|every episode; episodes; listeners; our guest; my guest; on the show; the show today|notes;
      welcome back to; subscribe to the|our|my; thanks|thank [you] for watching|listening|tuning|having; tune in; ladies and gentlemen; chapter *`,
  },
];
