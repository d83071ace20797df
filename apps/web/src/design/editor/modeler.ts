import baseModeler from 'bpmn-js/lib/Modeler.js';
import { BpmnModdle } from 'bpmn-moddle';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import { optionsOf } from '../../diagram/viewer.ts';
import { modelerZh } from './modeler-zh.ts';
import { offer } from './offer.ts';
import type { Modeler } from './services.ts';

export const ldNamespace = 'urn:liandong:bpmn:1';

interface WithIds {
  ids?: unknown;
}

const BaseModeler = baseModeler as unknown as (new (options: object) => Modeler) & {
  readonly prototype: { _createModdle(options: object): WithIds };
};

/** Sees our namespace under `ld`, whatever prefix the document uses; everything foreign stays as it is. */
class OurModeler extends BaseModeler {
  _createModdle(options: object): WithIds {
    const { ids } = BaseModeler.prototype._createModdle.call(this, options);
    return Object.assign(new BpmnModdle({}, { nsMap: { [ldNamespace]: 'ld' } }), { ids });
  }
}

type Replacements = Readonly<Record<string, string>>;

/** In the language that the page has at the moment. */
function translate(template: string, replacements: Replacements = {}): string {
  const words = document.documentElement.lang.startsWith('zh') ? modelerZh : {};
  const said = words[template.trim()] ?? template;
  return said.replaceAll(/\{(\w+)\}/g, (whole, name: string) => replacements[name] ?? whole);
}

export function createModeler(container: HTMLElement): Modeler {
  return new OurModeler({
    ...optionsOf(container),
    additionalModules: [{ translate: ['value', translate] }, offer],
  });
}
