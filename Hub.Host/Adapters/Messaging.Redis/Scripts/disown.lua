#!lua flags=allow-oom
-- Gives back what a consumer holds without knowing, because the answer of a receive never reached it.
-- ARGV: 1 queue, 2 consumer, 3 lease (ms), then lane and id of each delivery the consumer knows. Returns how many it did not know.
local AT_MOST = 1000
local known = {}
for index = 4, #ARGV, 2 do known[ARGV[index] .. ARGV[index + 1]] = true end
local disowned = 0
for _, lane in ipairs(LANES) do
  local key = lane_key(ARGV[1], lane)
  local pending = redis.pcall('XPENDING', key, GROUP, '-', '+', AT_MOST, ARGV[2])
  if not pending.err then
    for _, held in ipairs(pending) do
      if not known[lane .. held[1]] then
        redis.call('XCLAIM', key, GROUP, ARGV[2], 0, held[1], 'IDLE', ARGV[3], 'RETRYCOUNT', held[4] - 1, 'JUSTID')
        disowned = disowned + 1
      end
    end
  end
end
if disowned > 0 then redis.call('PUBLISH', root .. ':wake:' .. ARGV[1], 'released') end
return disowned
