namespace Hub.Tests.Support.Servers;

/// <summary>A server that is not installed: its tests are ignored at a desk and fail on CI.</summary>
internal static class MissingServer
{
    public static Exception Tell(string what)
        => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase)
            ? new InvalidOperationException(what)
            : new IgnoreException(what);
}
