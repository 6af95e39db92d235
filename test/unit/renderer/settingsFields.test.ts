import { describe, expect, it } from 'vitest';
import { draftOf, fieldTitle, readDraft, settingsSections } from '../../../renderer/dialogs/settingsFields.ts';
import { setSettings } from '../../../shared/commands/settings.ts';
import { runCommand } from '../../../shared/commands/history.ts';
import { PlanBuilder } from '../../support/planBuilder.ts';

const plan = new PlanBuilder().hall().cabinet('A01', 1000, 1000).build();
const metric = draftOf(plan, 'metric');

describe('the fields of the settings', () => {
  it('have each setting of the plan once, but the currency, which prices follow', () => {
    const leaves = (value: object, path: string): string[] =>
      Object.entries(value).flatMap(([key, inner]: [string, unknown]) =>
        typeof inner === 'object' && inner !== null ? leaves(inner, `${path}.${key}`) : [`${path}.${key}`],
      );
    const paths = settingsSections.flatMap(({ fields }) => fields.map(({ path }) => path));
    const wanted = leaves(plan.settings, 'settings').filter((path) => path !== 'settings.currency');
    // The rate is absent where it is unknown, a waterfall where it adds nothing, the distance to power where it is the assumed one.
    expect([...paths].sort()).toEqual(
      ['name', 'settings.labourRate', 'settings.powerSeparationMm', 'settings.waterfallMm', ...wanted].sort(),
    );
  });

  it('say their unit', () => {
    const dropReach = settingsSections.flatMap(({ fields }) => fields).find(({ path }) => path === 'settings.dropReachMm');
    expect(dropReach && [fieldTitle(dropReach, 'metric'), fieldTitle(dropReach, 'imperial')]).toEqual([
      'Drop reach (mm)',
      'Drop reach (ft in)',
    ]);
  });
});

describe('a draft of the settings', () => {
  it('sets what was changed and nothing else, in one step with the name', () => {
    const draft = {
      ...metric,
      name: 'Hall 7',
      'settings.dropReachMm': '1.8 m',
      'settings.sparesPct.cables': '12 %',
      'settings.sidePassThrough': 'no',
    };
    const read = readDraft(draft, metric, 'metric');
    expect(read).toEqual({
      ok: true,
      value: { name: 'Hall 7', set: { dropReachMm: 1800, sparesPct: { cables: 12 }, sidePassThrough: false } },
    });
    if (!read.ok) return;
    const done = runCommand(plan, setSettings, read.value);
    expect(done.ok && done.value.plan.name).toBe('Hall 7');
    expect(done.ok && done.value.plan.settings).toMatchObject({ dropReachMm: 1800, slack: plan.settings.slack });
  });

  it('keeps a length that inches cannot show exactly when it was not touched', () => {
    const imperial = draftOf(plan, 'imperial');
    expect(readDraft(imperial, imperial, 'imperial')).toEqual({ ok: true, value: { set: {} } });
  });

  it('says what is wrong at its field', () => {
    const draft = { ...metric, 'settings.dropReachMm': 'far', 'settings.sparesPct.cables': 'some', 'settings.aisles.hotMinMm': '+600' };
    const read = readDraft(draft, metric, 'metric');
    expect(read.ok ? [] : Object.keys(read.problems).sort()).toEqual([
      'settings.aisles.hotMinMm',
      'settings.dropReachMm',
      'settings.sparesPct.cables',
    ]);
  });

  it('leaves bounds to the command, which names the field', () => {
    const read = readDraft({ ...metric, 'settings.sparesPct.cables': '101' }, metric, 'metric');
    const done = read.ok ? runCommand(plan, setSettings, read.value) : read;
    expect(done).toMatchObject({ ok: false, error: { path: 'settings.sparesPct.cables' } });
  });
});
