#!lua flags=allow-oom
-- Cancels the delayed messages of a scheduling token. ARGV: 1 token. Returns how many were not due yet.
local token = root .. ':token:' .. ARGV[1]
local cancelled = 0
for _, member in ipairs(redis.call('SMEMBERS', token)) do
  local split = string.find(member, '\n', 1, true)
  local key, id = queue_key(string.sub(member, 1, split - 1)), string.sub(member, split + 1)
  cancelled = cancelled + redis.call('HDEL', key .. ':delayed', id)
  redis.call('ZREM', key .. ':due', id)
end
redis.call('DEL', token)
return cancelled
