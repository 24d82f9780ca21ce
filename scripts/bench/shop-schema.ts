// The four subgraphs of the benchmark that gateways are compared by: accounts, inventory, products and reviews.

const LINK = (imports: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${imports}])`;

export interface ShopSubgraph {
  name: string;
  sdl: string;
  /** The same for gateways that know Federation 1 only. */
  plainSdl: string;
}

export const SHOP: ShopSubgraph[] = [
  {
    name: 'accounts',
    sdl: `${LINK('"@key", "@shareable"')}
      type Query { me: User  user(id: ID!): User  users: [User] }
      type User @key(fields: "id") { id: ID!  name: String  username: String @shareable  birthday: Int }`,
    plainSdl: `
      extend type Query { me: User  user(id: ID!): User  users: [User] }
      type User @key(fields: "id") { id: ID!  name: String  username: String  birthday: Int }`,
  },
  {
    name: 'inventory',
    sdl: `${LINK('"@key", "@external", "@requires"')}
      type Product @key(fields: "upc") {
        upc: String!  weight: Int @external  price: Int @external
        inStock: Boolean  shippingEstimate: Int @requires(fields: "price weight")
      }`,
    plainSdl: `
      extend type Product @key(fields: "upc") {
        upc: String! @external  weight: Int @external  price: Int @external
        inStock: Boolean  shippingEstimate: Int @requires(fields: "price weight")
      }`,
  },
  {
    name: 'products',
    sdl: `${LINK('"@key"')}
      type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }`,
    plainSdl: `
      extend type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }`,
  },
  {
    name: 'reviews',
    sdl: `${LINK('"@key", "@external", "@provides"')}
      type Review @key(fields: "id") { id: ID!  body: String  author: User @provides(fields: "username")  product: Product }
      type User @key(fields: "id") { id: ID!  username: String @external  numberOfReviews: Int  reviews: [Review] }
      type Product @key(fields: "upc") { upc: String!  reviews: [Review] }`,
    plainSdl: `
      type Review @key(fields: "id") { id: ID!  body: String  author: User @provides(fields: "username")  product: Product }
      extend type User @key(fields: "id") {
        id: ID! @external  username: String @external  numberOfReviews: Int  reviews: [Review]
      }
      extend type Product @key(fields: "upc") { upc: String! @external  reviews: [Review] }`,
  },
];

export const HEAVY_QUERY = `
  fragment User on User { id username name }
  fragment Review on Review { id body }
  fragment Product on Product { inStock name price shippingEstimate upc weight }
  query Heavy {
    users {
      ...User
      reviews {
        ...Review
        product {
          ...Product
          reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
        }
      }
    }
    topProducts {
      ...Product
      reviews { ...Review author { ...User reviews { ...Review product { ...Product } } } }
    }
  }`;

export const SMALL_QUERY = `query Small { me { id name username reviews { id body } } }`;
