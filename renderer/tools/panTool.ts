/** Moves the view: the hand, and whatever tool is in use while Space or the middle button is held. */
import { panBy, type ScreenPoint } from '../canvas/camera.ts';
import type { Camera } from '../state/sessionStore.ts';
import type { Tool } from './tool.ts';

type PanState = { readonly name: 'idle' } | { readonly name: 'panning'; readonly startPx: ScreenPoint; readonly camera: Camera };

const idle: PanState = { name: 'idle' };

export const panTool: Tool<PanState> = {
  id: 'pan',
  initial: idle,
  states: {
    idle: {
      cursor: 'grab',
      pointerDown: (_state, { px }, context) => ({ name: 'panning', startPx: px, camera: context.session().camera }),
    },
    panning: {
      cursor: 'grabbing',
      pointerMove(state, { px }, context) {
        context.setCamera(panBy(state.camera, px.xPx - state.startPx.xPx, px.yPx - state.startPx.yPx));
        return state;
      },
      pointerUp: () => idle,
      cancel(state, context) {
        context.setCamera(state.camera);
        return idle;
      },
    },
  },
};
