/** A fabric from a table: lines of two ends, pasted or opened, judged line by line, drawn in one step, and changed later. */
import { useEffect, useMemo, useState } from 'react';
import { Button, Modal, Select, Textarea, TextInput } from '@mantine/core';
import type { TableAnswer } from '../../shared/engine/tableAnswer.ts';
import type { JudgedLine } from '../../shared/fabrics/judgeTable.ts';
import { mayBeSchedule } from '../../shared/fabrics/schedule/scheduleTitles.ts';
import { writeTableText } from '../../shared/fabrics/tableText.ts';
import { newId } from '../../shared/plan/ids.ts';
import type { Fabric, Plan } from '../../shared/plan/types.ts';
import { numberText } from '../../shared/quantities.ts';
import { partsFor } from '../panels/partCatalog.ts';
import { useDerived, usePlan, usePlanner } from '../state/plannerContext.ts';
import { countText } from '../ui/quantities.ts';
import { randomBytes } from '../ui/randomBytes.ts';
import { closeDialog, dialogs, useDialogOpen } from './dialogStore.ts';
import { OpenTableFile, ScheduleCard, TableNotes } from './TableFile.tsx';
import { TrialTable } from './TrialTable.tsx';
import { tryTable } from './triedTable.ts';
import { useTrial } from './useTrial.ts';
import dialogStyles from './dialogs.module.css';
import styles from './TableDialog.module.css';

const NEW = '';
const JUDGE_DELAY_MS = 150;
const MOST_LINES_SHOWN = 200;

export function TableDialog() {
  return (
    <Modal opened={useDialogOpen('table')} onClose={closeDialog} title="Fabric from a table" size={880}>
      <TableForm />
    </Modal>
  );
}

/** Fabrics that stand in the plan as tables. */
function tableFabrics({ fabrics }: Plan): readonly Fabric[] {
  return [...fabrics.values()].filter(({ rule }) => rule.kind === 'table');
}

function textOf(fabric: Fabric | undefined): string {
  return fabric?.rule.kind === 'table' ? writeTableText(fabric.rule, fabric.tiers) : '';
}

/** The judgement of this very text; null while it is awaited, and for no text. */
function useJudgement(text: string, fabric: string | null): TableAnswer | null {
  const { engine, plan } = usePlanner();
  const revision = useDerived((state) => state.revision);
  const [answer, setAnswer] = useState<{ readonly text: string; readonly table: TableAnswer } | null>(null);
  useEffect(() => {
    if (text.trim() === '') return;
    let wanted = true;
    const wait = setTimeout(() => {
      const { cableFamilies, transceivers } = partsFor(plan.getState().plan);
      engine.table(text, fabric, { cableFamilies, transceivers }).then(
        (table) => {
          if (wanted) setAnswer({ text, table });
        },
        // The engine has said why there are no figures.
        () => undefined,
      );
    }, JUDGE_DELAY_MS);
    return () => {
      wanted = false;
      clearTimeout(wait);
    };
  }, [engine, plan, revision, text, fabric]);
  return answer !== null && answer.text === text ? answer.table : null;
}

function TableForm() {
  const planner = usePlanner();
  const plan = usePlan((state) => state.plan);
  const known = tableFabrics(plan);
  const [of, setOf] = useState(NEW);
  const [name, setName] = useState('Table');
  const [text, setText] = useState('');
  const [fileName, setFileName] = useState('');
  const [newFabric] = useState(() => newId('fabrics', plan, randomBytes));
  const before = plan.fabrics.get(of);
  const table = useJudgement(text, before?.id ?? null);

  const tried = useMemo(
    () => (table === null ? null : tryTable(planner, plan, table, { name: name.trim(), fabric: before?.id ?? newFabric })),
    [planner, plan, table, name, before, newFabric],
  );
  const trial = useTrial(tried?.change ?? null);

  const faulty = table?.lines.filter(({ fault }) => fault !== null) ?? [];
  const isSchedule = mayBeSchedule(text);
  const problem =
    !isSchedule && name.trim() === ''
      ? 'Give the fabric a name'
      : faulty.length > 0
        ? `${countText(faulty.length, 'line')} to mend before links can be drawn`
        : isSchedule && table !== null && tried === null
          ? 'Every cable of the table stands in the plan already: there is nothing to draw'
          : (tried?.refusal ?? null);
  const readFile = async (file: File): Promise<void> => {
    const read = await planner.engine.tableText(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok) dialogs.setState({ error: { title: `${file.name} was not read`, error: read.error } });
    else {
      // A schedule says of itself which fabrics it draws.
      if (mayBeSchedule(read.value)) setOf(NEW);
      setText(read.value);
      setFileName(file.name);
    }
  };
  const choose = (id: string) => {
    setOf(id);
    const fabric = plan.fabrics.get(id);
    setName(fabric?.name ?? 'Table');
    setText(textOf(fabric));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (tried === null || !tried.run()) return;
        planner.session.setState({
          notice: { text: `${tried.told}, ${countText(table?.links ?? 0, 'link')}; undo takes it back`, tone: 'info' },
        });
        closeDialog();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const [file] = event.dataTransfer.files;
        if (file === undefined) return;
        // The window would open it as a plan.
        event.preventDefault();
        void readFile(file);
      }}
    >
      {isSchedule ? null : (
        <div className={dialogStyles.twoFields}>
          <Select
            label="Fabric"
            data={[{ value: NEW, label: 'A new one' }, ...known.map(({ id, name: title }) => ({ value: id, label: `Change ${title}` }))]}
            value={of}
            allowDeselect={false}
            onChange={(id) => choose(id ?? NEW)}
          />
          <TextInput label="Name" value={name} autoComplete="off" onChange={(event) => setName(event.currentTarget.value)} />
        </div>
      )}
      <div className={styles.columns}>
        <div className={styles.typed}>
          {isSchedule ? (
            <ScheduleCard
              name={fileName === '' ? 'Pasted schedule' : fileName}
              onFile={(file) => void readFile(file)}
              onLeave={() => setText('')}
            />
          ) : (
            <>
              <Textarea
                label="Lines: from, to, family, tier"
                description="Device and port on either side; ranges in brackets. Family and tier may be left out. A first line may name the columns, as in from device, from port, to device, to port. A cable schedule that was exported, CSV or XLSX, is read as it stands."
                placeholder={'leaf[1-4]:[1-8], spine[1-4]:[1-8]\nnode01:p1, leaf1:9/1, nvidia/mfp7e10'}
                value={text}
                spellCheck={false}
                autosize
                minRows={8}
                maxRows={16}
                classNames={{ input: styles.text ?? '' }}
                data-autofocus
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  setFileName('');
                }}
              />
              <OpenTableFile onFile={(file) => void readFile(file)} />
              <p className={dialogStyles.remedy}>
                How ports are assigned: ends are joined one to one in the order in which they are written, the last bracket changing
                fastest. A number counts ports over the whole device from 1; a port may also be named. Several ends to one port make a
                breakout, whose undivided end stands second. No port is taken that another link holds.
              </p>
            </>
          )}
        </div>
        <div className={styles.judged}>
          <div className={dialogStyles.counts} role="region" aria-label="What it does">
            <div className={dialogStyles.countsTitle}>
              {table === null ? 'What it does' : `${countText(table.links, 'link')} on ${countText(table.cables, 'cable')}`}
            </div>
            <TrialTable trial={trial} label="Before and after" />
          </div>
        </div>
      </div>
      {table === null || table.lines.length === 0 ? null : (
        <Lines lines={faulty.length > 0 ? faulty : table.lines} isFaulty={faulty.length > 0} />
      )}
      <TableNotes notes={table?.notes ?? []} />
      <p className={`${problem === null ? dialogStyles.remedy : dialogStyles.problem} ${dialogStyles.after}`} role="status">
        {problem ?? (table === null ? 'Paste lines, or open or drop a file.' : 'Every line can be drawn, as one step to undo.')}
      </p>
      <div className={dialogStyles.buttons}>
        <Button variant="default" onClick={closeDialog}>
          Cancel
        </Button>
        <Button type="submit" disabled={problem !== null || (tried?.change ?? null) === null}>
          {isSchedule ? 'Draw the schedule' : before === undefined ? 'Draw the fabric' : 'Change the fabric'}
        </Button>
      </div>
    </form>
  );
}

function Lines({ lines, isFaulty }: { readonly lines: readonly JudgedLine[]; readonly isFaulty: boolean }) {
  return (
    <div className={styles.lines} role="region" aria-label={isFaulty ? 'Lines to mend' : 'Lines'} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">{isFaulty ? 'What is wrong, and what would be right' : 'Tier'}</th>
            {isFaulty ? null : <th scope="col">Links</th>}
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MOST_LINES_SHOWN).map(({ line, from, to, fault, tier, links }) => (
            <tr key={line}>
              <td>{line}</td>
              <td>{from}</td>
              <td>{to}</td>
              {fault === null ? (
                <>
                  <td>{tier}</td>
                  <td>{numberText(links)}</td>
                </>
              ) : (
                <td>
                  <span className={styles.fault}>{fault.message}</span>; {fault.remedy}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > MOST_LINES_SHOWN ? (
        <p className={dialogStyles.remedy}>{countText(lines.length - MOST_LINES_SHOWN, 'more line')}.</p>
      ) : null}
    </div>
  );
}
