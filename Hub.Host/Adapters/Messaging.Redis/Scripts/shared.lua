-- Begins every script. KEYS[1] is the prefix as a hash tag, '{hub}': every key starts with it, so all of a bus is one slot.
--
-- {p}:queue:<q>            hash  since, life (ms, of a temporary queue), waiting (a reader has found nothing), delayed (last id), cursor:<lane>
-- {p}:queue:<q>:<lane>     stream, consumer group 'bus'
-- {p}:queue:<q>:due        sorted set of delayed messages' ids by the time they are due, ms
-- {p}:queue:<q>:delayed    hash  id -> packed message
-- {p}:queue:<q>:topics     set of the topics this queue subscribes to
-- {p}:topic:<t>            set   '.', q:<queue>, x:<temporary queue>, t:<topic>
-- {p}:queues               set of queues;  {p}:temporary  sorted set of temporary queues by the time they are removed, ms
-- {p}:producer:<id>        hash  send slot -> last sequence;  {p}:token:<id>  set of the delayed messages a token cancels
-- {p}:broker               hash  counter, repairs
--
-- A message is an array: body, content type, message id, transport id, expires at (ms, '' never), priority, transport headers, deliveries before.

local root = KEYS[1]
local GROUP = 'bus'
local LANES = { 'high', 'normal', 'low' }
local FIELDS = { 'b', 'c', 'i', 't', 'x', 'p', 'h', 'd' }
local PRIORITY, HEADERS, DELIVERIES = 6, 7, 8
local USUAL_PRIORITY = 100

local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end

local function queue_key(queue) return root .. ':queue:' .. queue end
local function lane_key(queue, lane) return root .. ':queue:' .. queue .. ':' .. lane end
local function topic_key(topic) return root .. ':topic:' .. topic end

local function lane_of(priority)
  priority = tonumber(priority)
  if priority > USUAL_PRIORITY then return 'high' end
  if priority < USUAL_PRIORITY then return 'low' end
  return 'normal'
end

-- Creates what the queue lacks. True when it lacked anything.
local function ensure_queue(queue, life)
  local lacked = redis.call('HSETNX', queue_key(queue), 'since', now()) == 1
  for _, lane in ipairs(LANES) do
    -- From the beginning of the stream: what arrived while there was no group is not lost.
    local created = redis.pcall('XGROUP', 'CREATE', lane_key(queue, lane), GROUP, '0', 'MKSTREAM')
    if not created.err then
      lacked = true
    elseif not string.find(created.err, 'BUSYGROUP', 1, true) then
      error(created.err)
    end
  end
  redis.call('SADD', root .. ':queues', queue)
  -- Whoever reads it may be waiting for a ring, and the mark of that is gone with the rest.
  if lacked then redis.call('HSET', queue_key(queue), 'waiting', 1) end
  if life > 0 then
    redis.call('HSET', queue_key(queue), 'life', life)
    redis.call('ZADD', root .. ':temporary', now() + life, queue)
  end
  return lacked
end

-- What one process misses the others have lost, too: each declares anew, and looks at its queues.
local function note_repair()
  redis.call('HINCRBY', root .. ':broker', 'repairs', 1)
  redis.call('PUBLISH', root .. ':repair', '')
end

-- A reader that finds nothing leaves 'waiting' in the same script; whoever brings work takes it away and rings. So a queue that
-- is busy costs no ring, and none is lost.
local function wake(queue)
  if redis.call('HDEL', queue_key(queue), 'waiting') == 1 then
    redis.call('PUBLISH', root .. ':wake:' .. queue, '')
  end
end

local function append(queue, message)
  local entry = {}
  for index, field in ipairs(FIELDS) do
    entry[#entry + 1] = field
    entry[#entry + 1] = message[index]
  end
  redis.call('XADD', lane_key(queue, lane_of(message[PRIORITY])), '*', unpack(entry))
end

local function delay(queue, message, milliseconds, token)
  local id = redis.call('HINCRBY', queue_key(queue), 'delayed', 1)
  message[#FIELDS + 1] = token
  redis.call('HSET', queue_key(queue) .. ':delayed', id, cmsgpack.pack(message))
  redis.call('ZADD', queue_key(queue) .. ':due', now() + milliseconds, id)
  if token ~= '' then
    -- Outlives the message by a week, so that tokens of queues that nobody reads go away, too.
    redis.call('SADD', root .. ':token:' .. token, queue .. '\n' .. id)
    redis.call('PEXPIRE', root .. ':token:' .. token, milliseconds + 604800000)
  end
end

local function deliver(queue, message, milliseconds, token)
  if milliseconds > 0 then
    delay(queue, message, milliseconds, token)
  else
    append(queue, message)
  end
  wake(queue)
end

local function message_of(entry)
  local values = {}
  for index = 1, #entry, 2 do values[entry[index]] = entry[index + 1] end
  local message = {}
  for index, field in ipairs(FIELDS) do message[index] = values[field] or '' end
  return message
end

-- Who holds a message, and for the which time: {id, consumer, idle, deliveries}; nil when it is nobody's.
local function holder(key, id)
  local pending = redis.pcall('XPENDING', key, GROUP, id, id, 1)
  if pending.err then return nil end
  return pending[1]
end

-- A delivery belongs to a consumer and a count of deliveries; everybody else is refused, also the same consumer's earlier self.
local function owns(key, id, consumer, count)
  local held = holder(key, id)
  return held ~= nil and held[2] == consumer and held[4] == tonumber(count)
end

local function remove(key, id)
  redis.call('XACK', key, GROUP, id)
  redis.call('XDEL', key, id)
end

-- Takes a delivery out of its queue. The message; nil when somebody else owns it or it is gone.
local function take_out(queue, lane, id, consumer, count)
  local key = lane_key(queue, lane)
  if not owns(key, id, consumer, count) then return nil end
  local entry = redis.call('XRANGE', key, id, id)[1]
  remove(key, id)
  if not entry then return nil end
  return message_of(entry[2])
end

local function put_aside(queue, suffix, message, headers)
  local target = queue .. suffix
  ensure_queue(target, 0)
  message[HEADERS] = headers
  message[DELIVERIES] = 0
  append(target, message)
  wake(target)
end
