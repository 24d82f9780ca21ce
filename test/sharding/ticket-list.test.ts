// Tickets keep their order, leave from anywhere, and hold on to nothing once they left.
import { Ticket, TicketList } from '../../gateway/sharding/ticket-list';

const issue = (count: number) => Array.from({ length: count }, () => new Ticket(() => undefined));

function inOrder(list: TicketList): Ticket[] {
  const found: Ticket[] = [];
  for (let ticket = list.first; ticket; ticket = ticket.after) found.push(ticket);
  return found;
}

test('whichever leaves, the others keep their order', () => {
  for (const leaving of [0, 1, 2]) {
    const [list, tickets] = [new TicketList(), issue(4)];
    tickets.slice(0, 3).forEach((ticket) => list.add(ticket));
    expect(list.remove(tickets[leaving]!)).toBe(true);
    list.add(tickets[3]!);
    expect(inOrder(list)).toEqual(tickets.filter((_, i) => i !== leaving));
    expect(list.size).toBe(3);
  }
});

test('one that left leads to no other, and leaves no second time', () => {
  const [list, other, [first, second]] = [new TicketList(), new TicketList(), issue(2)];
  list.add(first!);
  list.add(second!);
  expect(other.remove(first!)).toBe(false);
  expect(list.remove(first!)).toBe(true);
  expect(first).toMatchObject({ list: undefined, before: undefined, after: undefined });
  expect(second!.before).toBeUndefined();
  expect(list.remove(first!)).toBe(false);
  expect(list.size).toBe(1);
});
