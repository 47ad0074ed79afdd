/** Vega without `eval`: expressions are interpreted, so that the page's content policy holds. */
import { parse, View } from 'vega';
import { expressionInterpreter } from 'vega-interpreter';
import { compile } from 'vega-lite';
import { chartSpec, type DrawnChart } from './chart-spec.ts';

/** A view of a chart, not yet run: within an element, or to be made a picture of. */
export function openView(drawn: DrawnChart, container?: HTMLElement): View {
  // Without the syntax tree Vega would compile its expressions, which the policy refuses.
  const runtime = parse(compile(chartSpec(drawn)).spec, undefined, { ast: true });
  return new View(runtime, {
    expr: expressionInterpreter,
    renderer: container === undefined ? 'none' : 'svg',
    ...(container && { container }),
  });
}
