import { describe, expect, it } from 'vitest';
import { createPageLink } from '../../../electron/pageLink.ts';

describe('a window and its page', () => {
  it('keeps what is sent until the page listens', () => {
    const link = createPageLink();
    const sent: string[] = [];
    link.deliver(() => sent.push('early'));
    expect(sent).toEqual([]);
    link.ready();
    link.deliver(() => sent.push('late'));
    expect(sent).toEqual(['early', 'late']);
  });

  it('asks before closing when the page wants it, and once only', () => {
    const link = createPageLink();
    expect(link.mustAsk()).toBe(false);
    link.guard(true);
    expect(link.mustAsk()).toBe(true);
    link.approve();
    expect(link.mustAsk()).toBe(false);
  });

  it('closes a page that hangs without asking, and asks again when it has come back', () => {
    const link = createPageLink();
    const sent: string[] = [];
    link.ready();
    link.guard(true);
    link.hangs(true);
    expect(link.mustAsk()).toBe(false);
    link.hangs(false);
    expect(link.mustAsk()).toBe(true);
    link.deliver(() => sent.push('menu'));
    expect(sent).toEqual(['menu']);
  });

  it('waits for the next page when this one is gone', () => {
    const link = createPageLink();
    const sent: string[] = [];
    link.ready();
    link.guard(true);
    link.gone();
    expect(link.mustAsk()).toBe(false);
    link.deliver(() => sent.push('menu'));
    expect(sent).toEqual([]);
  });
});
