#!lua flags=allow-oom
-- Puts a delivery back at the end of its queue, now or later, with other transport headers.
-- ARGV: 1 queue, 2 consumer, 3 lane, 4 id, 5 count, 6 delay (ms), 7 headers, 8 deliveries to be counted, 9 delivery limit. Returns 1, or 0 to one who is not the owner.
local message = take_out(ARGV[1], ARGV[3], ARGV[4], ARGV[2], ARGV[5])
if not message then return 0 end
if tonumber(ARGV[8]) >= tonumber(ARGV[9]) then
  put_aside(ARGV[1], '_error', message, ARGV[7])
  return 1
end
message[HEADERS] = ARGV[7]
message[DELIVERIES] = ARGV[8]
deliver(ARGV[1], message, tonumber(ARGV[6]), '')
return 1
