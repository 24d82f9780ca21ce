// Starts the community program with the settings of the environment.
import 'reflect-metadata';
import { runProgram } from '../kit/main';
import { community } from './program';

void runProgram(community);
