/**
 * The fenced append: one atomic step of Redis that judges and appends a batch of drafts of one
 * panel. It writes nothing unless the head matches, so a call sent twice, or one that was thought
 * lost and arrives late, finds the head moved by its first run and does nothing.
 *
 * KEYS
 *   1 `heyi:<panel>:log`     stream, one entry a record, id `<position>-0`, fields in this order:
 *                            e entry text, h hash, w writer (see ARGV 4), and p payload text if any
 *   2 `heyi:<panel>:fences`  hash, counter by token
 *   3 `heyi:<panel>:head`    hash: position, hash
 *   4 `heyi:panels`          set of panel ids
 *   5 `heyi:activity`        doorbell stream: p panel, n position
 *
 * ARGV
 *   1, 2  position and hash of the head that the records are chained to ("0" and 64 zeros: empty)
 *   3     panel id
 *   4     writer: a name for this very call, by which it is found again when its answer got lost
 *   5     about how many doorbell entries to keep
 *   6     number of drafts, then for each draft:
 *         entry text, hash, payload text ("" for none),
 *         number of expected counters, and for each: token, count,
 *         number of bumped counters, and for each: token
 *
 * Returns one of
 *   {"moved", position, hash, mark}  the head is elsewhere; nothing was judged. `mark` is the hash
 *                                    now stored at ARGV 1 ("" for none): it tells a log that went
 *                                    on from one that is no longer the same.
 *   {"judged", accepted, {token, actual, …}}  the first `accepted` drafts are in the log; then one
 *                                    pair for each refused draft that directly follows them. Drafts
 *                                    after those were not judged: a refusal breaks the chain that
 *                                    the caller computed, and only the caller can chain anew.
 */
export const APPEND_SCRIPT = `
local log, fences, head, panels, activity = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
local stored = redis.call('HMGET', head, 'position', 'hash')
local position, hash = stored[1] or '0', stored[2] or string.rep('0', 64)
if position ~= ARGV[1] or hash ~= ARGV[2] then
  local at = ARGV[1] .. '-0'
  local found = ARGV[1] ~= '0' and redis.call('XRANGE', log, at, at)[1]
  return {'moved', position, hash, found and found[2][4] or ''}
end

local accepted, refused, next = 0, {}, 7
for _ = 1, tonumber(ARGV[6]) do
  local entry, sealed, payload = ARGV[next], ARGV[next + 1], ARGV[next + 2]
  local expects = tonumber(ARGV[next + 3])
  next = next + 4
  local token, actual
  for pair = next, next + 2 * expects - 2, 2 do
    local count = redis.call('HGET', fences, ARGV[pair]) or '0'
    if count ~= ARGV[pair + 1] then
      token, actual = ARGV[pair], count
      break
    end
  end
  next = next + 2 * expects
  local bumps = tonumber(ARGV[next])
  if token then
    refused[#refused + 1] = token
    refused[#refused + 1] = actual
  elseif #refused > 0 then
    break
  else
    accepted = accepted + 1
    position = string.format('%.0f', tonumber(position) + 1)
    hash = sealed
    if payload == '' then
      redis.call('XADD', log, position .. '-0', 'e', entry, 'h', sealed, 'w', ARGV[4])
    else
      redis.call('XADD', log, position .. '-0', 'e', entry, 'h', sealed, 'w', ARGV[4], 'p', payload)
    end
    for bump = next + 1, next + bumps do
      redis.call('HINCRBY', fences, ARGV[bump], 1)
    end
  end
  next = next + 1 + bumps
end

if accepted > 0 then
  redis.call('HSET', head, 'position', position, 'hash', hash)
  if ARGV[1] == '0' then redis.call('SADD', panels, ARGV[3]) end
  redis.call('XADD', activity, 'MAXLEN', '~', ARGV[5], '*', 'p', ARGV[3], 'n', position)
end
return {'judged', accepted, refused}
`;
