#!lua flags=allow-oom
-- Forgets a consumer that stops, and those that are long gone; never one that holds messages.
-- ARGV: 1 queue, 2 consumer ('' none), 3 after how long without a sign of life one is gone (ms). Returns how many.
local removed = 0
for _, lane in ipairs(LANES) do
  local key = lane_key(ARGV[1], lane)
  local consumers = redis.pcall('XINFO', 'CONSUMERS', key, GROUP)
  if not consumers.err then
    for _, line in ipairs(consumers) do
      local consumer = {}
      for index = 1, #line, 2 do consumer[line[index]] = line[index + 1] end
      if consumer.pending == 0 and (consumer.name == ARGV[2] or consumer.idle > tonumber(ARGV[3])) then
        redis.call('XGROUP', 'DELCONSUMER', key, GROUP, consumer.name)
        removed = removed + 1
      end
    end
  end
end
return removed
