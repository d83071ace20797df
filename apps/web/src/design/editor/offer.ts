/** What the palette, the pad beside an element and the menu of types offer: only what can be executed, a user task first. */
interface Entry {
  readonly [key: string]: unknown;
  readonly action?: object;
}
type Entries = Readonly<Record<string, Entry>>;

const refused = /complex-gateway|ad-?hoc|toggle-is-collection|participant-multiplicity|multiple/;

const executable = (entries: Entries): Entries =>
  Object.fromEntries(Object.entries(entries).filter(([name]) => !refused.test(name)));

interface Factory {
  createShape(attributes: object): object;
}
interface Create {
  start(event: unknown, shape: object, context?: object): void;
}
interface AutoPlace {
  append(source: unknown, shape: object): void;
}
interface Registering {
  registerProvider(...given: unknown[]): void;
}

const userTask = { type: 'bpmn:UserTask' };

class Offer {
  static $inject = ['palette', 'contextPad', 'popupMenu', 'elementFactory', 'create', 'autoPlace'];

  constructor(
    palette: Registering,
    contextPad: Registering,
    popupMenu: Registering,
    factory: Factory,
    create: Create,
    autoPlace: AutoPlace,
  ) {
    const draw = (event: unknown) => create.start(event, factory.createShape(userTask));
    const late = 500;
    palette.registerProvider(late, {
      getPaletteEntries: () => (entries: Entries) =>
        withEntry(executable(entries), 'create.task', {
          className: 'bpmn-icon-user-task',
          action: { dragstart: draw, click: draw },
        }),
    });
    contextPad.registerProvider(late, {
      getContextPadEntries: () => (entries: Entries) =>
        withEntry(executable(entries), 'append.append-task', {
          className: 'bpmn-icon-user-task',
          action: {
            dragstart: (event: unknown, source: unknown) =>
              create.start(event, factory.createShape(userTask), { source }),
            click: (_: unknown, source: unknown) => autoPlace.append(source, factory.createShape(userTask)),
          },
        }),
    });
    popupMenu.registerProvider('bpmn-replace', late, {
      getPopupMenuEntries: () => executable,
      getPopupMenuHeaderEntries: () => executable,
    });
  }
}

const withEntry = (entries: Entries, name: string, changes: Entry): Entries =>
  entries[name] ? { ...entries, [name]: { ...entries[name], ...changes } } : entries;

export const offer = { __init__: ['liandongOffer'], liandongOffer: ['type', Offer] };
