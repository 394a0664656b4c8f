using System.Collections.Concurrent;

namespace Hub.Adapters.Messaging.Redis.Scripts;

/// <summary>A Lua script: one operation on the queues, atomic, one round trip.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Text">With the part that all scripts share.</param>
internal sealed record RedisScript(string Name, string Text)
{
    private static readonly ConcurrentDictionary<string, RedisScript> Loaded = new(StringComparer.Ordinal);

    public static RedisScript Acknowledge => Load("acknowledge");

    public static RedisScript Cancel => Load("cancel");

    public static RedisScript Declare => Load("declare");

    public static RedisScript Disown => Load("disown");

    public static RedisScript Leave => Load("leave");

    public static RedisScript Look => Load("look");

    public static RedisScript Measure => Load("measure");

    public static RedisScript Move => Load("move");

    public static RedisScript Receive => Load("receive");

    public static RedisScript Release => Load("release");

    public static RedisScript Renew => Load("renew");

    public static RedisScript Send => Load("send");

    public static RedisScript Tidy => Load("tidy");

    public static RedisScript Unlock => Load("unlock");

    private static RedisScript Load(string name) => Loaded.GetOrAdd(name, static name =>
    {
        // Redis wants the line that says what the script may do to be the first.
        var body = Read(name);
        var firstLine = body.IndexOf('\n', StringComparison.Ordinal) + 1;
        return new(name, body[..firstLine] + Read("shared") + body[firstLine..]);
    });

    private static string Read(string name)
    {
        using var stream = typeof(RedisScript).Assembly.GetManifestResourceStream(typeof(RedisScript), $"{name}.lua")
            ?? throw new InvalidOperationException($"The script {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
