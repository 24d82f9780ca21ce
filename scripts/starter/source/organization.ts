// An organization as this subgraph knows it: by its key. The directory owns the type; here it only gets a field more.
import { Directive, Field, ID, ObjectType } from 'type-graphql';

@Directive('@key(fields: "id")')
@ObjectType()
export class Organization {
  @Field(() => ID)
  id!: string;
}
