/** Where the network's days begin and end. */
export const NETWORK_TIME_ZONE = 'Asia/Almaty';

/** No day the network knows of is earlier: what is earlier is mistyped. */
export const EARLIEST_DAY = '1900-01-01';

/** The day an instant falls on for the network, ISO. */
export function networkDay(now: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(NETWORK_TIME_ZONE)
    .toPlainDate()
    .toString();
}
