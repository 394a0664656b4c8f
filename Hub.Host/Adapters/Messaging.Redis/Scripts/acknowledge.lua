#!lua flags=allow-oom
-- Ends deliveries whose messages have had their effect.
-- ARGV: 1 queue, 2 consumer, then lane, id and count of each. Returns 1 for each that was still its owner's, else 0.
local results = {}
for index = 3, #ARGV, 3 do
  local key = lane_key(ARGV[1], ARGV[index])
  local owned = owns(key, ARGV[index + 1], ARGV[2], ARGV[index + 2])
  if owned then remove(key, ARGV[index + 1]) end
  results[#results + 1] = owned and 1 or 0
end
return results
