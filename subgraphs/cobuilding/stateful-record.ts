// A record that moves through states: when it last moved, which office moved it, and why.
import { ObjectType } from 'type-graphql';
import { Text, TimeOf } from '../kit/noun/columns';
import { Record } from './contract';

@ObjectType({ simpleResolvers: true })
export abstract class StatefulRecord extends Record {
  @TimeOf('最近一次状态变化的时间。 When the state last changed.', { order: true })
  changedAt!: string | null;

  @Text('作出变化的岗位（不记人名）。 The office that changed it; never a name.', { max: 100 })
  changedByOffice!: string | null;

  @Text('变化的原因。 The reason of the change.')
  reason!: string | null;
}
