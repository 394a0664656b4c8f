namespace Hub.Modules.Render.Watching;

/// <summary>Live instructions that have been pending for longer than they may.</summary>
/// <param name="Count">How many.</param>
/// <param name="OldestId">The one that waits longest; 0 when there is none.</param>
/// <param name="OldestTemplate">Its template.</param>
/// <param name="OldestSince">Since when it waits.</param>
internal sealed record WaitingWork(int Count, int OldestId, string OldestTemplate, DateTimeOffset OldestSince)
{
    public static readonly WaitingWork None = new(0, 0, "", default);
}
