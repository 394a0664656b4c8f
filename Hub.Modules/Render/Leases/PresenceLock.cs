namespace Hub.Modules.Render.Leases;

/// <summary>
/// The session advisory lock that shows that a worker process lives: (<see cref="Class"/>, worker id), held on the connection
/// that also renews its leases. The server frees it within a moment when the process dies.
/// </summary>
internal static class PresenceLock
{
    /// <summary>First key; a number nobody else uses.</summary>
    public const int Class = 0x48_52_57_4B;
}
