import { Inject, Injectable } from '@nestjs/common';
import { DoubtService } from '../platform/doubt.service.ts';
import { EcologyService } from '../platform/ecology.service.ts';
import { IndicatorFigures, thisYear } from '../platform/indicator.figures.ts';
import { IndicatorStore } from '../platform/indicator.store.ts';
import type { UnitPortrait } from './portrait.schema.ts';

const mostDoubts = 50;

/** What the platform says of units: indicators, doubts, 政治生态. */
@Injectable()
export class UnitPortraits {
  constructor(
    @Inject(IndicatorStore) private readonly indicators: IndicatorStore,
    @Inject(IndicatorFigures) private readonly figures: IndicatorFigures,
    @Inject(DoubtService) private readonly doubts: DoubtService,
    @Inject(EcologyService) private readonly ecology: EcologyService,
  ) {}

  async of(units: readonly string[]): Promise<UnitPortrait[]> {
    if (units.length === 0) return [];
    const year = thisYear();
    const indicators = await this.indicators.newest();
    const computed = await Promise.all(
      indicators.map(async (indicator) => ({
        indicator,
        values: await this.figures.computed(indicator, year, year - 1),
      })),
    );
    return Promise.all(
      units.map(async (unit) => ({
        unit,
        indicators: computed.flatMap(({ indicator: { key, name, definition }, values }) => {
          const last = values.filter((one) => one.unit === unit).at(-1);
          return last ? [{ ...last, indicator: key, name, measure: definition.unit }] : [];
        }),
        doubts: [...(await this.doubts.list({ unit, limit: mostDoubts })).items],
        scores: (await this.ecology.scores({ unit })).items,
      })),
    );
  }
}
