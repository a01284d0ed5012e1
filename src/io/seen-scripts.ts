/** The Lua scripts of the seen index. Each works on the keys of one shard, which share a hash tag. */
import { redisScript } from './redis-script.ts';

/**
 * Puts articles into their buckets and stores their records, unless they are there.
 * KEYS: buckets, versions, then the record keys. ARGV: seconds to live of the buckets and of a record, bytes of a full
 * bucket, last day that is forgotten, then packed bucket fields (4 bytes each) and the handles that go into them
 * (6 each), version fields and handles, then the records. Answers per record the head and id of the one that was
 * there, or false. One HMGET and one HSET for all buckets: a call each was four times slower.
 */
export const ENTER = redisScript(`
local function put(key, fields, handles, full)
  local count = #fields / 4
  for first = 1, count, 1000 do
    local last = math.min(first + 999, count)
    local names = {}
    for i = first, last do names[#names + 1] = string.sub(fields, 4 * i - 3, 4 * i) end
    local held = redis.call('HMGET', key, unpack(names))
    local now, changed = {}, {}
    for i = first, last do
      local name = names[i - first + 1]
      local value = now[name] or held[i - first + 1] or ''
      local handle = string.sub(handles, 6 * i - 5, 6 * i)
      local known = false
      for at = 1, #value, 6 do
        if string.sub(value, at, at + 5) == handle then known = true break end
      end
      if not known then
        if #value < full then
          if now[name] == nil then changed[#changed + 1] = name end
          now[name] = value .. handle
        end
      end
    end
    local pairs = {}
    for _, name in ipairs(changed) do
      pairs[#pairs + 1] = name
      pairs[#pairs + 1] = now[name]
    end
    if #pairs > 0 then redis.call('HSET', key, unpack(pairs)) end
  end
  if count > 0 then redis.call('EXPIRE', key, ARGV[1]) end
end
put(KEYS[1], ARGV[5], ARGV[6], tonumber(ARGV[3]))
put(KEYS[2], ARGV[7], ARGV[8], 6 * 1000)
local answers = {}
for i = 3, #KEYS do
  local head = redis.call('GETRANGE', KEYS[i], 0, 103)
  if #head > 0 then
    local day = string.byte(head, 5) + 256 * string.byte(head, 6) + 65536 * string.byte(head, 7)
    if day <= tonumber(ARGV[4]) then head = '' end
  end
  if #head > 0 then answers[i - 2] = head
  else
    redis.call('SET', KEYS[i], ARGV[6 + i], 'EX', ARGV[2])
    answers[i - 2] = false
  end
end
return answers
`);

/**
 * Answers what the buckets hold now. KEYS: for each generation, oldest first, its buckets and its versions.
 * ARGV: packed bucket fields, packed version fields. Answers one string of packed handles per field.
 */
export const LOOK = redisScript(`
local answers = {}
local function read(which, fields)
  local count = #fields / 4
  for first = 1, count, 1000 do
    local last = math.min(first + 999, count)
    local names = {}
    for i = first, last do names[#names + 1] = string.sub(fields, 4 * i - 3, 4 * i) end
    local base = #answers
    for i = 1, #names do answers[base + i] = '' end
    for at = which, #KEYS, 2 do
      local held = redis.call('HMGET', KEYS[at], unpack(names))
      for i = 1, #names do
        if held[i] then answers[base + i] = answers[base + i] .. held[i] end
      end
    end
  end
end
read(1, ARGV[1])
read(2, ARGV[2])
return answers
`);

/**
 * Keeps verdicts; the first one on an article stands. KEYS: twos of record and verdict. ARGV: seconds to live, then
 * twos of id and verdict, '' where the article is plainly new. The id guards against a handle that two articles share.
 */
export const SETTLE = redisScript(`
for i = 1, #KEYS, 2 do
  local id, verdict = ARGV[i + 1], ARGV[i + 2]
  local head = redis.call('GETRANGE', KEYS[i], 0, 39 + #id)
  if #head > 0 and string.byte(head, 1) == 0 and string.sub(head, 41) == id then
    if verdict == '' then
      redis.call('SETRANGE', KEYS[i], 0, '\\1')
    else
      redis.call('SET', KEYS[i + 1], verdict, 'EX', ARGV[1])
      redis.call('SETRANGE', KEYS[i], 0, '\\2')
    end
  end
end
return 1
`);
