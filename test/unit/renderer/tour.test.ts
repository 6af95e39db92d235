import { describe, expect, it } from 'vitest';
import { createTour } from '../../../renderer/tour/tour.ts';
import { tourSteps, type TourFacts } from '../../../renderer/tour/tourSteps.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const plan = (xMm = 1000) => new PlanBuilder().hall().cabinet('A01', xMm, 1000).cabinet('B03', 3000, 1000).build();
const atRest: TourFacts = {
  plan: plan(),
  past: 0,
  future: 0,
  selection: [],
  tool: 'select',
  drawerTab: 'bom',
  requiredMm: 1000,
  unrouted: 0,
  isExporting: false,
};

/** What a person does at each step, in order. */
const deeds: Readonly<Record<string, (before: TourFacts) => TourFacts>> = {
  select: (before) => ({ ...before, selection: [{ kind: 'cabinet', id: 'A01' }] }),
  move: (before) => ({ ...before, plan: plan(1600), past: before.past + 1 }),
  undo: (before) => ({ ...before, plan: plan(), past: before.past - 1, future: before.future + 1 }),
  tray: (before) => ({
    ...before,
    tool: 'tray',
    plan: new PlanBuilder()
      .hall()
      .cabinet('A01', 1000, 1000)
      .cabinet('B03', 3000, 1000)
      .junction('j1', 0, 0)
      .junction('j2', 2000, 0)
      .segment('T1', 'j1', 'j2')
      .build(),
  }),
  cable: (before) => ({ ...before, drawerTab: 'cables', selection: [{ kind: 'cable', id: 'c' }] }),
  finding: (before) => ({ ...before, drawerTab: 'findings', selection: [{ kind: 'finding', id: 'f' }] }),
  export: (before) => ({ ...before, isExporting: true }),
};

function memory(known = false): { read: () => boolean; write: () => void; known: boolean } {
  return {
    known,
    read() {
      return this.known;
    },
    write() {
      this.known = true;
    },
  };
}

describe('the tour', () => {
  it('goes on by each deed, and by nothing less', () => {
    const tour = createTour(memory());
    tour.begin(atRest);
    let facts = atRest;
    tourSteps.forEach((step, place) => {
      // What was true when the step began does not count as done.
      tour.see(facts);
      expect(tour.getState().place, `${step.id} waits`).toBe(place);
      facts = deeds[step.id]?.(facts) ?? facts;
      tour.see(facts);
      expect(tour.getState().place, `${step.id} is done`).toBe(place + 1);
    });
    tour.see(facts);
    expect(tour.getState().place).toBe(tourSteps.length);
  });

  it('takes no deed of another step for its own', () => {
    tourSteps.forEach((step) => {
      const others = Object.entries(deeds).filter(([id]) => id !== step.id && !(step.id === 'move' && id === 'undo'));
      for (const [id, deed] of others) expect(step.isDone(deed(atRest), atRest), `${id} at ${step.id}`).toBe(false);
    });
  });

  it('lets a step be passed over, and ends at any point', () => {
    for (let leaveAt = 0; leaveAt <= tourSteps.length; leaveAt++) {
      const tour = createTour(memory());
      tour.begin(atRest);
      for (let place = 0; place < leaveAt; place++) tour.next(atRest);
      expect(tour.getState().place).toBe(leaveAt);
      tour.leave();
      tour.see(atRest);
      tour.next(atRest);
      expect(tour.getState().place).toBeNull();
    }
  });

  it('is offered by itself only until it was taken or declined', () => {
    const kept = memory();
    expect(createTour(kept).getState().isKnown).toBe(false);
    const tour = createTour(kept);
    tour.leave();
    expect(tour.getState().isKnown).toBe(true);
    expect(createTour(kept).getState().isKnown).toBe(true);
    const begun = memory();
    createTour(begun).begin(atRest);
    expect(createTour(begun).getState().isKnown).toBe(true);
  });

  it('says for every step what to do, also by keyboard', () => {
    for (const step of tourSteps) {
      for (const text of [step.text(atRest, atRest), step.keys]) expect(text).toMatch(/^[A-Z].+\.$/);
      expect(step.title).not.toBe('');
    }
    expect(new Set(tourSteps.map(({ id }) => id)).size).toBe(tourSteps.length);
  });
});
