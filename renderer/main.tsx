/** The page's first lines. */
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { must } from '../shared/assert.ts';

createRoot(must(document.getElementById('root'), 'the root element')).render(<StrictMode>Raceway</StrictMode>);
