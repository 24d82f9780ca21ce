// Starts the unit program with the settings of the environment.
import 'reflect-metadata';
import { runProgram } from '../kit/main';
import { unit } from './program';

void runProgram(unit);
