// What the four subgraphs answer: six users, nine products and eleven reviews, nested as deep as anyone asks.

const USERS = ['Uma Lindqvist', 'Dag Moreau', 'Kai Okafor', 'Ada Novak', 'Ines Tanaka', 'Lee Zhang'].map(
  (name, i) => ({
    id: String(i + 1),
    name,
    username: name.toLowerCase().replace(' ', '.'),
    birthday: 631152000 + i * 86_400,
  }),
);

const PRODUCTS = ['Table', 'Couch', 'Glass', 'Chair', 'Screen', 'Lamp', 'Grill', 'Fridge', 'Sofa'].map(
  (name, i) => ({
    upc: String(i + 1),
    name,
    price: [899, 1299, 15, 499, 1299, 65, 399, 100_000, 9_999][i]!,
    weight: [100, 1000, 20, 100, 1000, 50, 300, 1_000, 500][i]!,
    inStock: i % 3 !== 2,
  }),
);

/** By review: the product, and the length of its text. */
const REVIEWED: [string, number][] = [
  ['1', 445],
  ['1', 291],
  ['1', 276],
  ['1', 146],
  ['2', 445],
  ['2', 291],
  ['2', 276],
  ['2', 146],
  ['3', 146],
  ['4', 146],
  ['4', 847],
];
const SENTENCE =
  'It came on a rainy morning, took an hour to put together, and has stood in our hall ever since; the neighbours ask about it. ';
const REVIEWS = REVIEWED.map(([upc, length], i) => ({
  id: String(i + 1),
  body: `${i + 1}. ${SENTENCE.repeat(8)}`.slice(0, length),
  upc,
}));

/** As in the benchmark that this follows, each review is by the first user and each user has the first two reviews. */
const AUTHOR = USERS[0]!;
const REVIEWS_OF_USER = REVIEWS.slice(0, 2);

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
      author: () => ({ __typename: 'User', id: AUTHOR.id, username: AUTHOR.username }),
      product: ({ upc }: Key) => ({ __typename: 'Product', upc }),
    },
    User: {
      __resolveReference: ({ id }: Key) => ({ id, username: userOf(id)?.username }),
      reviews: () => REVIEWS_OF_USER,
      numberOfReviews: () => REVIEWS_OF_USER.length,
    },
    Product: {
      __resolveReference: ({ upc }: Key) => ({ upc }),
      reviews: (product: Key) => REVIEWS.filter(({ upc }) => upc === product.upc),
    },
  },
};
