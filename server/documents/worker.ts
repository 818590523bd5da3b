import { answerJobs } from '../workers/answer.ts';
import { render } from './render.ts';

answerJobs(render);
