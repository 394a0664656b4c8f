#!lua flags=allow-oom
-- Extends the locks of deliveries.
-- ARGV: 1 queue, 2 consumer, 3 lock (ms), 4 lease (ms), then lane, id and count of each. Returns 1 for each that was still its owner's, else 0.
local results = {}
for index = 5, #ARGV, 3 do
  local key, id = lane_key(ARGV[1], ARGV[index]), ARGV[index + 1]
  local renewed = owns(key, id, ARGV[2], ARGV[index + 2])
    and #redis.call('XCLAIM', key, GROUP, ARGV[2], 0, id, 'IDLE', tonumber(ARGV[4]) - tonumber(ARGV[3]), 'JUSTID') > 0
  results[#results + 1] = renewed and 1 or 0
end
return results
