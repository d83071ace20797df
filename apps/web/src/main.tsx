import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './look/base.css';
import './look/controls.css';
import './look/dialogs.css';
import './look/parts.css';
import './look/frame.css';
import './look/work.css';
import './look/desk.css';
import './look/forms.css';
import './look/pages.css';
import './look/record-pages.css';
import './look/admin.css';

const root = document.getElementById('root');
if (!root) throw new Error('the page has no root element');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
