/** All dialogs; and the answers that file actions wait for. */
import { useEffect } from 'react';
import { usePlanner } from '../state/plannerContext.ts';
import { listenToAccept } from './acceptKey.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { dialogs } from './dialogStore.ts';
import { ArrayDialog } from './ArrayDialog.tsx';
import { CloneDialog } from './CloneDialog.tsx';
import { ConnectDialog } from './ConnectDialog.tsx';
import { DistanceDialog } from './DistanceDialog.tsx';
import { ErrorDialog } from './ErrorDialog.tsx';
import { ExpandDialog } from './ExpandDialog.tsx';
import { LongestDialog } from './LongestDialog.tsx';
import { LoomRulesDialog } from './LoomRulesDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { FillDialog } from './FillDialog.tsx';
import { GenerateDialog } from './GenerateDialog.tsx';
import { LengthsDialog } from './LengthsDialog.tsx';
import { LoadAgainDialog } from './LoadAgainDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { NewHallDialog } from './NewHallDialog.tsx';
import { NotesDialog } from './NotesDialog.tsx';
import { PanelsDialog } from './PanelsDialog.tsx';
import { PrintDialog } from './PrintDialog.tsx';
import { RangesDialog } from './RangesDialog.tsx';
import { RenumberDialog } from './RenumberDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { SettingsDialog } from './SettingsDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';
import { TableDialog } from './TableDialog.tsx';
import { ToHallDialog } from './ToHallDialog.tsx';
import { TraysDialog } from './TraysDialog.tsx';
import { UnsavedDialog } from './UnsavedDialog.tsx';
import { VariantsDialog } from './VariantsDialog.tsx';

export function Dialogs() {
  const { files, session } = usePlanner();
  useEffect(() => {
    files.attachDialogs({
      askUnsaved: (name) => new Promise((answer) => dialogs.setState({ unsaved: { name, answer } })),
      askConflict: (conflict) => new Promise((answer) => dialogs.setState({ conflict: { ...conflict, answer } })),
      askLoadAgain: (name) => new Promise((answer) => dialogs.setState({ loadAgain: { name, answer } })),
      askRestore: ({ name, writtenAtMs }) => new Promise((answer) => dialogs.setState({ restore: { name, writtenAtMs, answer } })),
      showError: (title, error) => dialogs.setState({ error: { title, error } }),
      showNotes: (title, notes) => dialogs.setState({ notes: { title, notes } }),
      tell: (text) => session.setState({ notice: { text, tone: 'info' } }),
    });
  }, [files, session]);
  useEffect(() => listenToAccept(window), []);
  return (
    <>
      <GenerateDialog />
      <ExportDialog />
      <PrintDialog />
      <ArrayDialog />
      <CloneDialog />
      <LongestDialog />
      <TraysDialog />
      <MoveDialog />
      <RenumberDialog />
      <NewHallDialog />
      <ToHallDialog />
      <ConnectDialog />
      <RangesDialog />
      <DistanceDialog />
      <SettingsDialog />
      <LengthsDialog />
      <PanelsDialog />
      <TableDialog />
      <ExpandDialog />
      <FillDialog />
      <LoomRulesDialog />
      <ShortcutsDialog />
      <VariantsDialog />
      <UnsavedDialog />
      <ConflictDialog />
      <LoadAgainDialog />
      <RestoreDialog />
      <AcceptDialog />
      <NotesDialog />
      <ErrorDialog />
    </>
  );
}
