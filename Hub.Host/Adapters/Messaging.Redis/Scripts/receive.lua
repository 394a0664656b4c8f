#!lua flags=allow-oom
-- Gives messages to a consumer: promotes what is due, takes over what has lost its consumer, reads the lanes in order.
-- ARGV: 1 queue, 2 consumer, 3 how many, 4 lock (ms), 5 lease (ms), 6 delivery limit, 7 whether to take over, 8 how often takers-over look (ms),
--       9 how many at most to take over, 10 life of a temporary queue to be extended (ms, 0 none),
--       11 whether a message may be taken over that was begun and not ended twice before, 12 headers of a message over the limit
-- Returns: whether nothing is left, ms until something may be there without a ring (-1 unknown), messages put aside, then
-- for each message: lane, id, deliveries of this entry, 1 when taken over, its fields.
local queue, consumer, wanted = ARGV[1], ARGV[2], tonumber(ARGV[3])
local lock, lease, limit = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
local key = queue_key(queue)
local PROMOTED_AT_ONCE = 100

if redis.call('EXISTS', key) == 0 then return redis.error_reply('NOQUEUE ' .. queue) end

local time = now()
local due = redis.call('ZRANGE', key .. ':due', '-inf', time, 'BYSCORE', 'LIMIT', 0, PROMOTED_AT_ONCE)
for _, id in ipairs(due) do
  local packed = redis.call('HGET', key .. ':delayed', id)
  redis.call('ZREM', key .. ':due', id)
  redis.call('HDEL', key .. ':delayed', id)
  if packed then
    local message = cmsgpack.unpack(packed)
    local token = message[#FIELDS + 1]
    if token and token ~= '' then redis.call('SREM', root .. ':token:' .. token, queue .. '\n' .. id) end
    append(queue, message)
  end
end

local reply = { 0, -1, 0 }
local found = 0

-- The lock is told by the time since the entry was last touched. Every entry is left with 'lease - lock' of it, so that
-- consumers with different locks understand each other: expired is what has reached 'lease'.
local function hand_over(lane, ids)
  if #ids > 0 then
    local claim = { 'XCLAIM', lane_key(queue, lane), GROUP, consumer, 0 }
    for _, id in ipairs(ids) do claim[#claim + 1] = id end
    claim[#claim + 1] = 'IDLE'
    claim[#claim + 1] = lease - lock
    claim[#claim + 1] = 'JUSTID'
    redis.call(unpack(claim))
  end
end

-- Taking over counts as a delivery: no more than can begin, or messages that were only held ready would be thought to kill their consumers.
-- What is pending is in the stream: an empty lane needs no further look. Reading it all the same shows whether it is there at all.
local length = {}
for _, lane in ipairs(LANES) do length[lane] = redis.call('XLEN', lane_key(queue, lane)) end

local may_suspect = ARGV[11] == '1'
local take_over = math.min(wanted, tonumber(ARGV[9]))
if ARGV[7] == '1' then
  for _, lane in ipairs(LANES) do
    if length[lane] > 0 and found < take_over then
      local cursor = redis.call('HGET', key, 'cursor:' .. lane) or '0-0'
      local claimed = redis.pcall('XAUTOCLAIM', lane_key(queue, lane), GROUP, consumer, lease, cursor, 'COUNT', take_over - found)
      if claimed.err then return redis.error_reply('NOQUEUE ' .. queue .. ' ' .. claimed.err) end
      if claimed[1] ~= cursor then redis.call('HSET', key, 'cursor:' .. lane, claimed[1]) end
      local ids = {}
      for _, entry in ipairs(claimed[2]) do
        local count = holder(lane_key(queue, lane), entry[1])[4]
        local message = message_of(entry[2])
        if count + (tonumber(message[DELIVERIES]) or 0) > limit then
          remove(lane_key(queue, lane), entry[1])
          put_aside(queue, '_error', message, ARGV[12])
          reply[3] = reply[3] + 1
        elseif count > 2 and not may_suspect then
          redis.call('XCLAIM', lane_key(queue, lane), GROUP, consumer, 0, entry[1], 'IDLE', lease, 'RETRYCOUNT', count - 1, 'JUSTID')
        else
          -- It may be what its consumers die of. Begun together with it, others would die as often and be blamed for it.
          if count > 2 then may_suspect = false end
          ids[#ids + 1] = entry[1]
          reply[#reply + 1] = { lane, entry[1], count, 1, entry[2] }
          found = found + 1
        end
      end
      hand_over(lane, ids)
    end
  end
end

for _, lane in ipairs(LANES) do
  if found < wanted then
    local read = redis.pcall('XREADGROUP', 'GROUP', GROUP, consumer, 'COUNT', wanted - found, 'STREAMS', lane_key(queue, lane), '>')
    if read and read.err then return redis.error_reply('NOQUEUE ' .. queue .. ' ' .. read.err) end
    local ids = {}
    for _, entry in ipairs(read and read[1][2] or {}) do
      ids[#ids + 1] = entry[1]
      reply[#reply + 1] = { lane, entry[1], 1, 0, entry[2] }
      found = found + 1
    end
    hand_over(lane, ids)
  end
end

if tonumber(ARGV[10]) > 0 then redis.call('ZADD', root .. ':temporary', time + tonumber(ARGV[10]), queue) end

if #due == PROMOTED_AT_ONCE or found >= wanted then return reply end
reply[1] = 1
redis.call('HSET', key, 'waiting', 1)

local first = redis.call('ZRANGE', key .. ':due', 0, 0, 'WITHSCORES')
if first[2] then reply[2] = math.max(1, tonumber(first[2]) - time) end
local pending = 0
for _, lane in ipairs(LANES) do
  -- One group: its line is the only one. 'pending' is the sixth word of it.
  if length[lane] > 0 then pending = pending + redis.call('XINFO', 'GROUPS', lane_key(queue, lane))[1][6] end
end
if pending > 0 then
  -- Somebody holds messages and may die of them.
  local look = tonumber(ARGV[8])
  if reply[2] < 0 or reply[2] > look then reply[2] = look end
end
return reply
