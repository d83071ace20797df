/** Coordinates of a diagram in pixels, y downwards; plain data, so that it can be tested and compared. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Bounds extends Point {
  readonly width: number;
  readonly height: number;
}

export interface Shape {
  readonly id: string;
  readonly bounds: Bounds;
  readonly label?: Bounds;
  /** Sub-processes only. */
  readonly expanded?: true;
  /** Pools and lanes only. */
  readonly horizontal?: true;
  /** Exclusive gateways are drawn with their cross. */
  readonly marker?: true;
}

export interface Edge {
  readonly id: string;
  readonly points: readonly Point[];
  readonly label?: Bounds;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
  readonly edges: readonly Edge[];
}

export function moved<T extends Point>(point: T, by: Point): T {
  return { ...point, x: point.x + by.x, y: point.y + by.y };
}

/** The same drawing somewhere else. */
export function movedDrawing(drawing: Drawing, by: Point): Drawing {
  const label = ({ label: bounds }: { readonly label?: Bounds }) => (bounds ? { label: moved(bounds, by) } : {});
  return {
    ...drawing,
    shapes: drawing.shapes.map((shape) => ({ ...shape, bounds: moved(shape.bounds, by), ...label(shape) })),
    edges: drawing.edges.map((edge) => ({
      ...edge,
      points: edge.points.map((point) => moved(point, by)),
      ...label(edge),
    })),
  };
}

const characterWidth = 12;
const lineHeight = 14;

/** Size of a text that wraps after `limit` pixels, as bpmn-js draws it. */
export function textSize(text: string, limit = 90): { readonly width: number; readonly height: number } {
  const width = Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) < 256 ? 7 : characterWidth), 0);
  return { width: Math.min(width, limit) || 1, height: Math.max(1, Math.ceil(width / limit)) * lineHeight };
}
