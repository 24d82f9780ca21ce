// The page's own icons: line drawings of 24 × 24, coloured like the text beside them.

const PATHS = {
  overview: 'M4 4h7v7H4zM13 4h7v4h-7zM13 11h7v9h-7zM4 14h7v6H4z',
  bookings: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5M9 15l2 2 4-4',
  agreements: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5',
  needs: 'M12 21s-7-4.6-7-10a4 4 0 0 1 7-2.6A4 4 0 0 1 19 11c0 5.400-7 10-7 10z',
  projects: 'M4 20V10M10 20V4M16 20v-7M22 20H2',
  meetings: 'M5 20v-2a4 4 0 0 1 4-4h6a4 4 0 0 1 4 4v2M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  activities: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  stations:
    'M12 21s7-6 7-11a7 7 0 1 0-14 0c0 5 7 11 7 11zM12 12.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5z',
  communities: 'M3 20V9l5-4 5 4v11M13 20v-8h8v8M6 13h4M6 17h4M16 16h2',
  satisfaction:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM8.500 14.500a4.500 4.500 0 0 0 7 0M9 9.500v.5M15 9.500v.5',
  members:
    'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2.500 20a6.500 6.500 0 0 1 13 0M17 8v6M14 11h6',
  sources: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11',
  missing: 'M12 3l10 18H2zM12 10v5M12 18v.5',
  notJoined: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM6 6l12 12',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2',
  check: 'M4 12l5 5L20 6',
  close: 'M5 5l14 14M19 5L5 19',
  print: 'M7 8V3h10v5M5 8h14v8h-3M5 16V8M8 14h8v7H8z',
  screen: 'M3 4h18v12H3zM8 20h8M12 16v4',
  document: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7',
  unknown:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.3-1 .8-1 1.700M12 16.500v.5',
  minus: 'M6 12h12',
  freeze: 'M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3M12 14.500v2',
  remove: 'M5 7h14M9 7V4h6v3M7 7l1 13h8l1-13',
  reminder: 'M6 17v-6a6 6 0 0 1 12 0v6l1.500 2h-15zM10 22h4',
  blueLevel: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v6M12 7v.5',
  orangeLevel: 'M12 2l10 10-10 10L2 12zM12 7v6M12 16.500v.5',
  redLevel: 'M8 2h8l6 6v8l-6 6H8l-6-6V8zM12 7v6M12 16.500v.5',
  arrow: 'M4 12h15M13 6l6 6-6 6',
  down: 'M12 4v12M6 11l6 6 6-6M4 20h16',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
