import { fittingOf } from '../../diagram/fitting.ts';
import type { Fitting } from '../../diagram/fitting.ts';
import { pinLanes } from '../../diagram/lane-strip.ts';
import { createModeler, ldNamespace } from './modeler.ts';
import { togetherHandler } from './together.ts';
import { layoutHandler } from './layout-command.ts';
import type { Drawn, Modeler, Moddle, Services } from './services.ts';

/** As look/design.css has it. */
const paletteWidth = 44;

/** A procedure that is being drawn: what is on the canvas, what is chosen, and when it has changed. */
export class Sketch {
  readonly fitting: Fitting;
  /** Rises with every change of the drawing or the choice; what a page shows is as old as the number it was made from. */
  revision = 0;
  /** Rises with changes of the drawing only. */
  changes = 0;
  private readonly listeners = new Set<() => void>();

  private constructor(
    readonly modeler: Modeler,
    container: HTMLElement,
    /** What of the document could not be read and will be lost when it is saved. */
    readonly losses: readonly string[],
    /** The document as this editor writes it, before anything is drawn. */
    readonly pristine: string,
  ) {
    const [canvas, registry, events] = [this.get('canvas'), this.get('elementRegistry'), this.get('eventBus')];
    this.fitting = fittingOf(
      container,
      canvas,
      registry,
      pinLanes({ container, canvas, registry, events, left: paletteWidth }),
    );
    this.get('commandStack').registerHandler('liandong.together', togetherHandler);
    this.get('commandStack').registerHandler('liandong.layout', layoutHandler);
    events.on('commandStack.changed', () => {
      this.changes += 1;
      this.tell();
    });
    events.on(['selection.changed', 'element.changed', 'root.set'], () => this.tell());
  }

  static async open(container: HTMLElement, xml: string): Promise<Sketch> {
    const modeler = createModeler(container);
    const { warnings } = await modeler.importXML(xml);
    const { $attrs } = modeler.getDefinitions() as { readonly $attrs: Record<string, string> };
    if (!Object.entries($attrs).some(([name, uri]) => name.startsWith('xmlns:') && uri === ldNamespace))
      $attrs['xmlns:ld'] = ldNamespace;
    const { xml: pristine } = await modeler.saveXML({ format: true });
    return new Sketch(
      modeler,
      container,
      warnings.map(({ message }) => message),
      pristine,
    );
  }

  get<Name extends keyof Services>(name: Name): Services[Name] {
    return this.modeler.get(name);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  readonly version = (): number => this.revision;

  element(id: string): Drawn | undefined {
    return this.get('elementRegistry').get(id) as unknown as Drawn | undefined;
  }

  all(test: (element: Drawn) => boolean): readonly Drawn[] {
    return this.get('elementRegistry').filter(test as never) as unknown as readonly Drawn[];
  }

  /** The one element that is chosen; a label stands for what it names. */
  chosen(): Drawn | undefined {
    const [first, second] = this.get('selection').get();
    if (!first || second) return undefined;
    return this.element(first.businessObject.id) ?? first;
  }

  choose(id: string | undefined): void {
    const element = id === undefined ? undefined : this.element(id);
    this.get('selection').select(element ?? null);
    if (element) this.get('canvas').scrollToElement(element.id, { top: 80, bottom: 80, left: 140, right: 80 });
  }

  /** The process that is drawn: of several the first that is executed. */
  process(): Moddle {
    const roots = this.modeler.getDefinitions().get<readonly Moddle[]>('rootElements') ?? [];
    const processes = roots.filter(({ $type }) => $type === 'bpmn:Process');
    const process = processes.find((one) => one.get<boolean>('isExecutable')) ?? processes[0];
    if (!process) throw new Error('a drawing has a process');
    return process;
  }

  /** All changes that `work` makes are one step to undo. */
  together<Result>(work: () => Result): Result {
    let result: Result | undefined;
    this.get('commandStack').execute('liandong.together', { work: () => (result = work()) });
    return result as Result;
  }

  async xml(): Promise<string> {
    return (await this.modeler.saveXML({ format: true })).xml;
  }

  /** Says everything again, in the language that the page has now. */
  speak(): void {
    this.get('eventBus').fire('i18n.changed');
  }

  destroy(): void {
    this.listeners.clear();
    this.modeler.destroy();
  }

  private tell(): void {
    this.revision += 1;
    for (const listener of this.listeners) listener();
  }
}
