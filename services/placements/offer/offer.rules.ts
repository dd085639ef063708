/** Where an offer of a placement is. While OPEN it holds a position, and money of the programme. */
export enum OfferStatus {
  OPEN = 'OPEN',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
  EXPIRED = 'EXPIRED',
  RESCINDED = 'RESCINDED',
}
