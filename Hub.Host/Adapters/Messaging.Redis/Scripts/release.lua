#!lua flags=allow-oom
-- Gives deliveries back that were not begun, at their place in the queue and uncounted, and rings for others to take them.
-- ARGV: 1 queue, 2 consumer, 3 lease (ms), then lane, id and count of each. Returns how many.
local released = 0
for index = 4, #ARGV, 3 do
  local key, id, count = lane_key(ARGV[1], ARGV[index]), ARGV[index + 1], ARGV[index + 2]
  if owns(key, id, ARGV[2], count) then
    redis.call('XCLAIM', key, GROUP, ARGV[2], 0, id, 'IDLE', ARGV[3], 'RETRYCOUNT', tonumber(count) - 1, 'JUSTID')
    released = released + 1
  end
end
if released > 0 then redis.call('PUBLISH', root .. ':wake:' .. ARGV[1], 'released') end
return released
