import { RegisterBound } from './bound/register-bound.ts';
import { RegisterFiles } from './files/register-files.ts';

/* What follows the entries on the page: it shows itself once it can be used. */
customElements.define('register-files', RegisterFiles);
customElements.define('register-bound', RegisterBound);
