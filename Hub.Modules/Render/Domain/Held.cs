namespace Hub.Modules.Render.Domain;

/// <summary>
/// How an instruction waits that must not go out by itself: <c>not_before = 'infinity'</c>. A v1 client's stands so until a coordinator has
/// adopted it, and for good when it was written too long ago. The dispatcher needs to know nothing of it.
/// </summary>
internal static class Held
{
    /// <summary>PostgreSQL's <c>infinity</c>, as Npgsql has it.</summary>
    public static readonly DateTimeOffset Until = DateTimeOffset.MaxValue;
}
