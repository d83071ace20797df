export interface Palette {
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly ground: string;
  readonly plain: readonly string[];
  readonly rungs: readonly string[];
  readonly ages: readonly string[];
}

const light: Palette = {
  text: '#1f1f1f',
  quiet: '#595959',
  line: '#d9d9d9',
  ground: '#ffffff',
  plain: ['#0958d9', '#d46b08', '#237804', '#722ed1'],
  rungs: ['#ffd8d4', '#ffaaa3', '#f0605a', '#cf1322', '#a8071a', '#5c0011'],
  ages: ['#d6e4ff', '#91b8ff', '#4a86f0', '#1d55c4', '#0b2f7a'],
};

const dark: Palette = {
  text: '#ececec',
  quiet: '#b3b3b3',
  line: '#424242',
  ground: '#141414',
  plain: ['#69b1ff', '#ffa940', '#95de64', '#b37feb'],
  rungs: ['#5c1a1a', '#8f2a2a', '#c43d3d', '#ff7875', '#ffb3ae', '#ffe0dd'],
  ages: ['#1b3a6b', '#2a5db0', '#4a86f0', '#8fbcff', '#d6e4ff'],
};

export const paletteOf = (isDark: boolean): Palette => (isDark ? dark : light);
