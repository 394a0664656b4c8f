#!lua flags=allow-oom
-- Moves a delivery to the queue beside its own: '_error' or '_skipped'.
-- ARGV: 1 queue, 2 consumer, 3 lane, 4 id, 5 count, 6 suffix, 7 headers. Returns 1, or 0 to one who is not the owner.
local message = take_out(ARGV[1], ARGV[3], ARGV[4], ARGV[2], ARGV[5])
if not message then return 0 end
put_aside(ARGV[1], ARGV[6], message, ARGV[7])
return 1
