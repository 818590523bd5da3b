import type { Request, Response } from 'express';
import type { Room } from '../panel/room.ts';
import type { HttpContext } from './context.ts';
import { refuse } from './problem.ts';

/** The room, where the request holds the seat of its path; otherwise answers and gives null. */
export async function enterRoom(
  { rooms, passes }: HttpContext,
  request: Request,
  response: Response,
): Promise<Room | null> {
  const { panel } = request.params as { panel: string };
  const room = await rooms.find(panel);
  const bearer = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  const pass = room && (await passes.forPanel(request, room, seatOf(request), bearer));
  if (pass) return room;
  // An unknown panel answers as a foreign one does, so that ids can't be probed.
  refuse(response, 'not-your-seat');
  return null;
}

export const seatOf = (request: Request): string => request.params['seat'] as string;
