import type { Plan } from '../../shared/plan/types.ts';

/** The plan with openings and managers of unknown size, so that none of them is ever full: every cable keeps its way. */
export function roomyCabinets(plan: Plan): Plan {
  const cabinetModels = [...plan.catalog.cabinetModels].map(([id, { managerArea: _, ...model }]) => {
    const openings = model.openings.map(({ side, edge, xMm, yMm }) => ({ side, edge, xMm, yMm }));
    return [id, { ...model, openings }] as const;
  });
  return { ...plan, catalog: { ...plan.catalog, cabinetModels: new Map(cabinetModels) } };
}
