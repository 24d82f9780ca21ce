// Who keeps what is attempted, who attempts it signed in, and whom a booking of the two does not concern.
export const OWNER = 'demo-community';
export const OTHER = 'demo-school';
export const STRANGER = 'demo-street';
