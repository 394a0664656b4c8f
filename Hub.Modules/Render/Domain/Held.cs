namespace Hub.Modules.Render.Domain;

/// <summary>
/// How an instruction waits that must not go out by itself: with a <c>not_before</c> that never comes. A v1 client's stands so until a
/// coordinator has adopted it, and for good when it was written too long ago. The dispatcher needs to know nothing of it.
/// </summary>
internal static class Held
{
    /// <summary>The triggers on v1's table know it, too. Not PostgreSQL's <c>infinity</c>: some of v1's drivers cannot read that.</summary>
    public static readonly DateTimeOffset Until = new(9000, 1, 1, 0, 0, 0, TimeSpan.Zero);
}
