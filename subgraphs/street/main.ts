// Starts the street program with the settings of the environment.
import 'reflect-metadata';
import { runProgram } from '../kit/main';
import { street } from './program';

void runProgram(street);
