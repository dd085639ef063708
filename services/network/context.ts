import type { ServiceContext } from '../shared/service.ts';
import { type CallCentreLoaders, callCentreLoaders } from './call-centre/call-centre.loaders.ts';
import { type FrontOfficeLoaders, frontOfficeLoaders } from './front-office/front-office.loaders.ts';
import {
  type FigureDefinitionLoaders,
  figureDefinitionLoaders,
} from './impact-figure/definition/figure-definition.loaders.ts';
import { type ImpactFigureLoaders, impactFigureLoaders } from './impact-figure/impact-figure.loaders.ts';
import {
  type InternationalYearLoaders,
  internationalYearLoaders,
} from './international-year/international-year.loaders.ts';
import { type RegisterLoaders, registerLoaders } from './registers.loaders.ts';
import { type SegmentDefinitionLoaders, segmentDefinitionLoaders } from './segment/segment-definition.loaders.ts';

export interface NetworkContext extends ServiceContext {
  readonly loaders: CallCentreLoaders &
    FigureDefinitionLoaders &
    FrontOfficeLoaders &
    ImpactFigureLoaders &
    InternationalYearLoaders &
    RegisterLoaders &
    SegmentDefinitionLoaders;
}

export function networkContext(base: ServiceContext): NetworkContext {
  return Object.assign(base, {
    loaders: {
      ...callCentreLoaders(base.read),
      ...figureDefinitionLoaders(base.read),
      ...frontOfficeLoaders(base.read),
      ...impactFigureLoaders(base.read),
      ...internationalYearLoaders(base.read),
      ...registerLoaders(base.read),
      ...segmentDefinitionLoaders(base.read),
    },
  });
}
