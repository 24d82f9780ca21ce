// Tickets in the order in which they came, from which any may leave.

export class Ticket {
  /** When it went: milliseconds since the epoch. */
  since = 0;
  list: TicketList | undefined;
  before: Ticket | undefined;
  after: Ticket | undefined;

  /** `go`: called when it is its turn. */
  constructor(readonly go: () => void) {}
}

/**
 * Linked through the tickets themselves, and what left holds on to nothing. A Map or a Set through which thousands pass is
 * copied again and again as it fills with gaps, each copy leads to the next one, and so what an old one holds, a whole
 * request with all its data, lives on until the whole heap is collected.
 */
export class TicketList {
  first: Ticket | undefined;
  size = 0;
  private last: Ticket | undefined;

  add(ticket: Ticket): void {
    ticket.list = this;
    ticket.before = this.last;
    if (this.last) this.last.after = ticket;
    else this.first = ticket;
    this.last = ticket;
    this.size += 1;
  }

  /** False when it is not in this list. */
  remove(ticket: Ticket): boolean {
    if (ticket.list !== this) return false;
    const { before, after } = ticket;
    if (before) before.after = after;
    else this.first = after;
    if (after) after.before = before;
    else this.last = before;
    ticket.list = ticket.before = ticket.after = undefined;
    this.size -= 1;
    return true;
  }
}
