/** A chart as a picture to keep: with its title, of one size whatever the window has. */
import { saveFile } from '../save-file.ts';
import type { DrawnChart } from './chart-spec.ts';
import { openView } from './open-view.ts';

const WIDTH = 880;
/** Pixels of a PNG for each of the chart. */
const SCALE = 2;

export async function savePicture(drawn: DrawnChart, format: 'svg' | 'png'): Promise<void> {
  const view = openView({ ...drawn, width: WIDTH, alone: true });
  try {
    const picture = format === 'svg' ? await asSvg(view) : await asPng(view);
    saveFile(picture, `${drawn.chart.id}.${format}`);
  } finally {
    view.finalize();
  }
}

type View = ReturnType<typeof openView>;

async function asSvg(view: View): Promise<Blob> {
  return new Blob([await view.toSVG()], { type: 'image/svg+xml' });
}

async function asPng(view: View): Promise<Blob> {
  const canvas = await view.toCanvas(SCALE);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}
