#!lua flags=no-writes
-- Returns for each queue: its name, messages ready, pending and delayed, age of the oldest (ms), 1 when it is temporary.
local time = now()
local reply = {}
for _, queue in ipairs(redis.call('SMEMBERS', root .. ':queues')) do
  local key = queue_key(queue)
  local length, pending, oldest = 0, 0, time
  for _, lane in ipairs(LANES) do
    local entries = redis.call('XLEN', lane_key(queue, lane))
    if entries > 0 then
      length = length + entries
      local groups = redis.pcall('XINFO', 'GROUPS', lane_key(queue, lane))
      if not groups.err and groups[1] then pending = pending + groups[1][6] end
      local first = redis.call('XRANGE', lane_key(queue, lane), '-', '+', 'COUNT', 1)[1]
      oldest = math.min(oldest, tonumber(string.match(first[1], '^%d+')))
    end
  end
  reply[#reply + 1] = { queue, math.max(0, length - pending), pending, redis.call('ZCARD', key .. ':due'), time - oldest, redis.call('HEXISTS', key, 'life') }
end
return reply
