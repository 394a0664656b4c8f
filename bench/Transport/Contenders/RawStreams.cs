using StackExchange.Redis;

namespace Hub.Bench.Transport.Contenders;

/// <summary>
/// The floor: XADD, XREADGROUP and XACK with nothing around them. The reading connection waits inside Redis, which a client that
/// shares one connection for everything cannot do.
/// </summary>
internal sealed class RawStreams : IContender
{
    private const string Group = "bench";
    private static readonly RedisKey Stream = "bench:floor";
    private static readonly TimeSpan LongestRead = TimeSpan.FromMilliseconds(200);
    private readonly ConnectionMultiplexer _connection;
    private readonly ConnectionMultiplexer _reading;
    private readonly IDatabase _redis;

    private RawStreams(ConnectionMultiplexer connection, ConnectionMultiplexer reading) => (_connection, _reading, _redis) = (connection, reading, connection.GetDatabase());

    public string Name => "raw streams";

    public Arrivals Arrivals { get; } = new();

    public static async Task<RawStreams> StartAsync(string connectionString)
    {
        var floor = new RawStreams(await ConnectionMultiplexer.ConnectAsync(connectionString), await ConnectionMultiplexer.ConnectAsync($"{connectionString},protocol=resp3"));
        await floor._redis.StreamCreateConsumerGroupAsync(Stream, Group, StreamPosition.Beginning, createStream: true);
        return floor;
    }

    public Task PublishAsync(Parcel parcel)
        => _redis.StreamAddAsync(Stream, [new("sent", parcel.SentAt), new("slow", parcel.IsSlow), new("text", parcel.Text)]);

    public Task<IAsyncDisposable> ConsumeAsync(int places, int prefetch) => Task.FromResult<IAsyncDisposable>(new Reader(this, places, prefetch));

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _reading.DisposeAsync();
    }

    private sealed class Reader : IAsyncDisposable
    {
        private readonly RawStreams _floor;
        private readonly SemaphoreSlim _places;
        private readonly CancellationTokenSource _ending = new();
        private readonly Task _reading;

        public Reader(RawStreams floor, int places, int prefetch)
        {
            (_floor, _places) = (floor, new(places));
            _reading = Task.Run(() => ReadAsync(prefetch));
        }

        public async ValueTask DisposeAsync()
        {
            await _ending.CancelAsync();
            await _reading;
            _places.Dispose();
            _ending.Dispose();
        }

        private async Task ReadAsync(int prefetch)
        {
            var reading = _floor._reading.GetDatabase();
            object[] arguments = ["GROUP", Group, "reader", "COUNT", prefetch, "BLOCK", (long)LongestRead.TotalMilliseconds, "STREAMS", Stream, ">"];
            while (!_ending.IsCancellationRequested)
            {
                // A map in RESP3: the stream's name, then its entries.
                var read = await reading.ExecuteAsync("XREADGROUP", arguments);
                foreach (var entry in read.IsNull ? [] : (RedisResult[])read[1]!)
                {
                    await _places.WaitAsync();
                    _ = HandleAsync(entry);
                }
            }
        }

        private async Task HandleAsync(RedisResult entry)
        {
            await Task.Yield();
            var fields = (RedisValue[])entry[1]!;
            await _floor.Arrivals.AcceptAsync(new Parcel { SentAt = (long)fields[1], IsSlow = (bool)fields[3], Text = fields[5]! });
            await _floor._redis.StreamAcknowledgeAsync(Stream, Group, ((string?)entry[0])!);
            _places.Release();
        }
    }
}
