export const TRAVEL_TEXT_LENGTH = 200;

/** What a confirmed participant tells of their journey. */
export interface Travel {
  readonly arrivesAt: Date | null;
  /** Flight, train or other way. */
  readonly arrivalTransport: string | null;
  readonly departsAt: Date | null;
  readonly departureTransport: string | null;
  readonly hotel: string | null;
  readonly needsVisa: boolean | null;
  /** Embassy or consulate where the visa is asked for. */
  readonly visaOffice: string | null;
  /** Whom to call, and how. */
  readonly emergencyContact: string | null;
}

export interface TravelViolation {
  readonly path: readonly string[];
  readonly problem: 'blank' | 'too-long' | 'ends-before-start';
  readonly maximum?: number;
}

const TEXTS = ['arrivalTransport', 'departureTransport', 'hotel', 'visaOffice', 'emergencyContact'] as const;

/** Everything wrong with what somebody tells of their journey, in the order of the form. */
export function checkTravel(travel: Travel): readonly TravelViolation[] {
  const { arrivesAt, departsAt } = travel;
  const texts = TEXTS.flatMap((field): TravelViolation[] => {
    const text = travel[field];
    if (text === null) return [];
    if (text.trim() === '') return [{ path: [field], problem: 'blank' }];
    return text.length > TRAVEL_TEXT_LENGTH
      ? [{ path: [field], problem: 'too-long', maximum: TRAVEL_TEXT_LENGTH }]
      : [];
  });
  const isBackwards = arrivesAt !== null && departsAt !== null && departsAt < arrivesAt;
  return isBackwards ? [...texts, { path: ['departsAt'], problem: 'ends-before-start' }] : texts;
}
