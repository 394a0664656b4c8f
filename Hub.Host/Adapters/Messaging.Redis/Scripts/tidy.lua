#!lua flags=allow-oom
-- Removes temporary queues that nobody has read for their life. Returns how many.
local removed = 0
for _, queue in ipairs(redis.call('ZRANGE', root .. ':temporary', '-inf', now(), 'BYSCORE', 'LIMIT', 0, 10)) do
  local key = queue_key(queue)
  for _, topic in ipairs(redis.call('SMEMBERS', key .. ':topics')) do
    redis.call('SREM', topic_key(topic), 'x:' .. queue)
  end
  for _, lane in ipairs(LANES) do redis.call('UNLINK', lane_key(queue, lane)) end
  redis.call('UNLINK', key, key .. ':due', key .. ':delayed', key .. ':topics')
  redis.call('SREM', root .. ':queues', queue)
  redis.call('ZREM', root .. ':temporary', queue)
  removed = removed + 1
end
return removed
