// In every protected text of the grounds, and in no other.
export const SECRET = 'SECRET';
