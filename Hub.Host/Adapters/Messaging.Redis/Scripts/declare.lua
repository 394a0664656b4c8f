#!lua flags=allow-oom
-- Creates queues, topics and subscriptions; what exists stays as it is.
-- Also when memory is full: a queue must be readable to be read empty.
-- ARGV: 1 whether it was there before, then three words each: 'queue' name life(ms) | 'topic' name '' | 'queue-of' topic queue | 'topic-of' topic topic.
local lacked = false
for index = 2, #ARGV, 3 do
  local what, name, other = ARGV[index], ARGV[index + 1], ARGV[index + 2]
  if what == 'queue' then
    if ensure_queue(name, tonumber(other)) then lacked = true end
  elseif what == 'topic' then
    if redis.call('SADD', topic_key(name), '.') > 0 then lacked = true end
  elseif what == 'queue-of' then
    local kind = redis.call('HEXISTS', queue_key(other), 'life') == 1 and 'x:' or 'q:'
    if redis.call('SADD', topic_key(name), '.', kind .. other) > 0 then lacked = true end
    redis.call('SADD', queue_key(other) .. ':topics', name)
  elseif what == 'topic-of' then
    if redis.call('SADD', topic_key(name), '.', 't:' .. other) > 0 then lacked = true end
  else
    return redis.error_reply('ERR what is a ' .. what)
  end
end
if lacked and ARGV[1] == '1' then note_repair() end
return lacked and 1 or 0
