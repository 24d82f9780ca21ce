// What the four subgraphs answer: six users, nine products and eleven reviews.

const USERS = ['Uma Lindqvist', 'Dag Moreau', 'Kai Okafor', 'Ada Novak', 'Ines Tanaka', 'Lee Zhang'].map((name, i) => ({
  id: String(i + 1),
  name,
  username: name.toLowerCase().replace(' ', '.'),
  birthday: 631152000 + i * 86_400,
}));

const PRODUCTS = ['Table', 'Couch', 'Glass', 'Chair', 'Screen', 'Lamp', 'Grill', 'Fridge', 'Sofa'].map((name, i) => ({
  upc: String(i + 1),
  name,
  price: [899, 1299, 15, 499, 1299, 65, 399, 100_000, 9_999][i]!,
  weight: [100, 1000, 20, 100, 1000, 50, 300, 1_000, 500][i]!,
  inStock: i % 3 !== 2,
}));

const BODIES = ['Love it!', 'Too expensive.', 'Could be better.', 'Prefer something else.', 'Fun and sturdy.', 'Would buy it again.'];
const REVIEWS = [[1, 1], [1, 2], [2, 3], [2, 1], [3, 4], [3, 5], [4, 6], [4, 2], [5, 7], [5, 8], [6, 9]].map(([user, product], i) => ({
  id: String(i + 1),
  body: BODIES[i % BODIES.length]!,
  userId: String(user),
  upc: String(product),
}));

interface Key {
  id: string;
  upc: string;
}

const userOf = (id: string) => USERS.find((user) => user.id === id) ?? null;
const productOf = (upc: string) => PRODUCTS.find((product) => product.upc === upc) ?? null;

export const SHOP_RESOLVERS: Record<string, object> = {
  accounts: {
    Query: { me: () => USERS[0], users: () => USERS, user: (_: unknown, { id }: Key) => userOf(id) },
    User: { __resolveReference: ({ id }: Key) => userOf(id) },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => PRODUCTS.slice(0, first) },
    Product: { __resolveReference: ({ upc }: Key) => productOf(upc) },
  },
  inventory: {
    Product: {
      __resolveReference: (given: Key) => ({ ...given, inStock: productOf(given.upc)?.inStock }),
      shippingEstimate: ({ price, weight }: { price?: number; weight?: number }) =>
        price === undefined || weight === undefined ? null : price > 1000 ? 0 : Math.round(weight * 0.5),
    },
  },
  reviews: {
    Review: {
      __resolveReference: ({ id }: Key) => REVIEWS.find((review) => review.id === id) ?? null,
      author: ({ userId }: { userId: string }) => ({ __typename: 'User', id: userId, username: userOf(userId)!.username }),
      product: ({ upc }: Key) => ({ __typename: 'Product', upc }),
    },
    User: {
      __resolveReference: ({ id }: Key) => ({ id, username: userOf(id)?.username }),
      reviews: ({ id }: Key) => REVIEWS.filter(({ userId }) => userId === id),
      numberOfReviews: ({ id }: Key) => REVIEWS.filter(({ userId }) => userId === id).length,
    },
    Product: {
      __resolveReference: ({ upc }: Key) => ({ upc }),
      reviews: (product: Key) => REVIEWS.filter(({ upc }) => upc === product.upc),
    },
  },
};
