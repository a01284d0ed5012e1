/** The Lua scripts of the mention store. Each works on the keys of one hash tag. */
import { redisScript } from './redis-script.ts';

/**
 * Joins fields into a hash. ARGV: seconds to live (0 for ever), '1' to answer the whole hash, then threes of rule,
 * field and value: `set` keeps any, `max` the greatest and `min` the least value, compared byte by byte (the server's
 * own string comparison follows its locale). A `max` value is compared up to its first line break.
 */
export const JOIN_FIELDS = redisScript(`
local function less(one, other)
  local n = math.min(#one, #other)
  for i = 1, n do
    local a, b = string.byte(one, i), string.byte(other, i)
    if a ~= b then return a < b end
  end
  return #one < #other
end
local function rank(value)
  local stop = string.find(value, '\\n', 1, true)
  return stop and string.sub(value, 1, stop - 1) or value
end
for i = 3, #ARGV, 3 do
  local rule, field, value = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local known = redis.call('HGET', KEYS[1], field)
  local better = not known
    or (rule == 'max' and less(rank(known), rank(value)))
    or (rule == 'min' and less(value, known))
  if better then redis.call('HSET', KEYS[1], field, value) end
end
if tonumber(ARGV[1]) > 0 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
if ARGV[2] == '1' then return redis.call('HGETALL', KEYS[1]) end
return false
`);

/**
 * Stores a revision if it follows the one that is stored and that one is on the stream already.
 * ARGV: revision, event, basis, time of the last change. Answers 1 or 0.
 */
export const STORE_REVISION = redisScript(`
local current = tonumber(redis.call('HGET', KEYS[1], 'revision') or '0')
local sent = tonumber(redis.call('HGET', KEYS[1], 'sent') or '0')
if tonumber(ARGV[1]) ~= current + 1 or sent ~= current then return 0 end
redis.call('HSET', KEYS[1], 'revision', ARGV[1], 'event', ARGV[2], 'basis', ARGV[3], 'changedAt', ARGV[4])
return 1
`);

/** Notes that a revision is on the stream; never goes back. ARGV: revision. */
export const CONFIRM_SENT = redisScript(`
local sent = tonumber(redis.call('HGET', KEYS[1], 'sent') or '0')
if tonumber(ARGV[1]) > sent then redis.call('HSET', KEYS[1], 'sent', ARGV[1]) end
return 1
`);

/**
 * Appends a revision to the stream unless it is there. KEYS: stream, revisions by subject, index by day.
 * ARGV: subject, revision, event, longest stream, day as a number.
 */
export const APPEND_ONCE = redisScript(`
local known = tonumber(redis.call('HGET', KEYS[2], ARGV[1]) or '0')
if tonumber(ARGV[2]) <= known then return 0 end
redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[4], '*', 'subject', ARGV[1], 'revision', ARGV[2], 'event', ARGV[3])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('ZADD', KEYS[3], ARGV[5], ARGV[1])
return 1
`);

/**
 * Notes that cells changed. KEYS: due, leased, settling, touches, last. ARGV: now, interval, cells.
 */
export const TOUCH = redisScript(`
local now, interval = tonumber(ARGV[1]), tonumber(ARGV[2])
for i = 3, #ARGV do
  local cell = ARGV[i]
  redis.call('ZREM', KEYS[3], cell)
  redis.call('HINCRBY', KEYS[4], cell, 1)
  if not redis.call('ZSCORE', KEYS[2], cell) and not redis.call('ZSCORE', KEYS[1], cell) then
    local last = redis.call('ZSCORE', KEYS[5], cell)
    local due = last and math.max(now, tonumber(last) + interval) or now
    redis.call('ZADD', KEYS[1], due, cell)
  end
end
return 1
`);

/**
 * Takes cells in hand. KEYS: due, leased, settling, touches, last. ARGV: now, limit, end of the lease, '1' for all that
 * wait, interval. Answers cell and token in turn.
 */
export const CLAIM = redisScript(`
local now, limit = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[5], '-inf', now - 10 * tonumber(ARGV[5]))
for _, from in ipairs({KEYS[2], KEYS[3]}) do
  for _, cell in ipairs(redis.call('ZRANGEBYSCORE', from, '-inf', now, 'LIMIT', 0, limit)) do
    redis.call('ZREM', from, cell)
    redis.call('ZADD', KEYS[1], 'NX', now, cell)
  end
end
local cells = ARGV[4] == '1' and redis.call('ZRANGE', KEYS[1], 0, limit - 1)
  or redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, limit)
local claims = {}
for _, cell in ipairs(cells) do
  redis.call('ZREM', KEYS[1], cell)
  redis.call('ZADD', KEYS[2], ARGV[3], cell)
  claims[#claims + 1] = cell
  claims[#claims + 1] = (redis.call('HGET', KEYS[4], cell) or '0') .. ':' .. ARGV[3]
end
return claims
`);

/**
 * Puts a cell back. KEYS: due, leased, settling, touches, last. ARGV: cell, touches and lease of the claim, now, when to
 * settle or '', interval. A lease that ran out belongs to somebody else by now.
 */
export const RELEASE = redisScript(`
local cell = ARGV[1]
local lease = redis.call('ZSCORE', KEYS[2], cell)
if not lease or tonumber(lease) ~= tonumber(ARGV[3]) then return 0 end
redis.call('ZREM', KEYS[2], cell)
if (redis.call('HGET', KEYS[4], cell) or '0') == ARGV[2] then
  redis.call('HDEL', KEYS[4], cell)
  if ARGV[5] ~= '' then redis.call('ZADD', KEYS[3], ARGV[5], cell) end
else
  local last = redis.call('ZSCORE', KEYS[5], cell)
  local from = last and math.max(tonumber(ARGV[4]), tonumber(last)) or tonumber(ARGV[4])
  redis.call('ZADD', KEYS[1], from + tonumber(ARGV[6]), cell)
end
return 1
`);
