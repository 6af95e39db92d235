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
    expect(link.whenClosing()).toBe('close');
    link.guard(true);
    expect(link.whenClosing()).toBe('ask');
    link.answer(true);
    expect(link.whenClosing()).toBe('close');
  });

  it('asks one question at a time, and again once it is answered or the page that was asked is gone', () => {
    const link = createPageLink();
    link.guard(true);
    expect([link.whenClosing(), link.whenClosing(), link.whenClosing()]).toEqual(['ask', 'wait', 'wait']);
    link.answer(false);
    expect([link.whenClosing(), link.whenClosing()]).toEqual(['ask', 'wait']);
    link.gone();
    link.guard(true);
    expect(link.whenClosing()).toBe('ask');
  });

  it('closes a page that hangs without asking, and asks again when it has come back', () => {
    const link = createPageLink();
    const sent: string[] = [];
    link.ready();
    link.guard(true);
    link.hangs(true);
    expect(link.whenClosing()).toBe('close');
    link.hangs(false);
    expect(link.whenClosing()).toBe('ask');
    link.deliver(() => sent.push('menu'));
    expect(sent).toEqual(['menu']);
  });

  it('waits for the next page when this one is gone', () => {
    const link = createPageLink();
    const sent: string[] = [];
    link.ready();
    link.guard(true);
    link.gone();
    expect(link.whenClosing()).toBe('close');
    link.deliver(() => sent.push('menu'));
    expect(sent).toEqual([]);
  });
});
