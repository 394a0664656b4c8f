#!lua
-- Sends to a queue, or to all queues that subscribe to a topic, each once.
-- ARGV: 1 producer, 2 slot, 3 sequence, 4 'queue' or 'topic', 5 name, 6 delay (ms), 7 scheduling token, 8 time to live (ms, 0 for ever),
--       9 body, 10 content type, 11 message id, 12 transport id, 13 priority
local producer = root .. ':producer:' .. ARGV[1]
local sequence = tonumber(ARGV[3])
local milliseconds, token, life = tonumber(ARGV[6]), ARGV[7], tonumber(ARGV[8])

local function subscribers(topic, queues, seen)
  seen[topic] = true
  for _, member in ipairs(redis.call('SMEMBERS', topic_key(topic))) do
    local kind, name = string.sub(member, 1, 2), string.sub(member, 3)
    if kind == 'x:' and redis.call('EXISTS', queue_key(name)) == 0 then
      -- A temporary queue that is gone has left its subscription behind.
      redis.call('SREM', topic_key(topic), member)
    elseif (kind == 'q:' or kind == 'x:') and not queues[name] then
      queues[name] = true
      queues[#queues + 1] = name
    elseif kind == 't:' and not seen[name] then
      subscribers(name, queues, seen)
    end
  end
  return queues
end

local queues
if ARGV[4] == 'queue' then
  if redis.call('EXISTS', queue_key(ARGV[5])) == 0 then return redis.error_reply('NOQUEUE ' .. ARGV[5]) end
  queues = { ARGV[5] }
else
  if redis.call('EXISTS', topic_key(ARGV[5])) == 0 then return redis.error_reply('NOTOPIC ' .. ARGV[5]) end
  queues = subscribers(ARGV[5], {}, {})
end

-- A producer's slot sends one message at a time. A sequence that is not newer has been here: its answer was lost, not the message.
local last = redis.call('HGET', producer, ARGV[2])
if last and tonumber(last) >= sequence then return 0 end

local expires = ''
if life > 0 then expires = now() + milliseconds + life end
for _, queue in ipairs(queues) do
  if ARGV[4] == 'topic' and redis.call('EXISTS', queue_key(queue)) == 0 then
    -- Somebody deleted a queue, but not its subscription: its reader will come back for the message.
    ensure_queue(queue, 0)
    note_repair()
  end
  deliver(queue, { ARGV[9], ARGV[10], ARGV[11], ARGV[12], expires, ARGV[13], '', 0 }, milliseconds, token)
end

-- Last: what fails before may be tried again.
redis.call('HSET', producer, ARGV[2], ARGV[3])
redis.call('PEXPIRE', producer, 600000)
return #queues
