#!lua flags=allow-oom
-- Leaves a counter and says what was left before. ARGV: 1 counter. Returns the server's run id, the counter before (nil: none), the repairs.
local broker = root .. ':broker'
local run_id = string.match(redis.call('INFO', 'server'), 'run_id:(%w+)')
local before = redis.call('HGET', broker, 'counter')
redis.call('HSET', broker, 'counter', ARGV[1])
return { run_id, before, redis.call('HGET', broker, 'repairs') or '0' }
