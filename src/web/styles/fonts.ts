/** Every typeface is served from here; a subset of one travels only when a page uses it. */
import '@fontsource-variable/bricolage-grotesque/wght.css';
import '@fontsource-variable/instrument-sans/wght.css';
import '@fontsource/anton/latin-400.css';
import '@fontsource/anton/latin-ext-400.css';
import '@fontsource/dm-serif-display/latin-400.css';
import '@fontsource/dm-serif-display/latin-ext-400.css';
import '@fontsource/righteous/latin-400.css';
import '@fontsource/special-elite/latin-400.css';
