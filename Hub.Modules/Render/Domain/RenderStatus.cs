namespace Hub.Modules.Render.Domain;

/// <summary>
/// The words in <c>render_instructions.status</c>, which are also the states of the saga. The first four are v1's.
/// </summary>
internal static class RenderStatus
{
    public const string Pending = "pending";
    public const string Processing = "processing";
    public const string Completed = "completed";
    public const string Failed = "failed";
    public const string TimedOut = "timed_out";
    public const string Cancelled = "cancelled";

    public static IReadOnlyList<string> All { get; } = [Pending, Processing, Completed, Failed, TimedOut, Cancelled];
}
