using System.Text.Json;

namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary>The words for <see cref="TournamentStatus"/>.</summary>
internal static class TournamentStatuses
{
    private static readonly Dictionary<string, TournamentStatus> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["scheduled"] = TournamentStatus.Scheduled,
        ["upcoming"] = TournamentStatus.Scheduled,
        ["registration"] = TournamentStatus.Registration,
        ["reg_open"] = TournamentStatus.Registration,
        ["running"] = TournamentStatus.Running,
        ["active"] = TournamentStatus.Running,
        ["in_progress"] = TournamentStatus.Running,
        ["paused"] = TournamentStatus.Paused,
        ["break"] = TournamentStatus.Paused,
        ["final_table"] = TournamentStatus.FinalTable,
        ["ft"] = TournamentStatus.FinalTable,
        ["completed"] = TournamentStatus.Completed,
        ["finished"] = TournamentStatus.Completed,
        ["done"] = TournamentStatus.Completed,
        ["cancelled"] = TournamentStatus.Cancelled,
        ["canceled"] = TournamentStatus.Cancelled,
    };

    /// <summary>Every word that exports may use.</summary>
    public static string Allowed { get; } = string.Join(", ", Words.Keys);

    /// <returns>Null for an unknown word. Blanks and dashes stand for underscores.</returns>
    public static TournamentStatus? Parse(string text) => Words.TryGetValue(text.Replace(' ', '_').Replace('-', '_'), out var status) ? status : null;

    /// <summary>The hub's own word, e.g. <c>final_table</c>.</summary>
    public static string Of(TournamentStatus status) => JsonNamingPolicy.SnakeCaseLower.ConvertName(status.ToString());

    /// <summary>Hands are being dealt.</summary>
    public static bool IsPlaying(this TournamentStatus status) => status is TournamentStatus.Running or TournamentStatus.FinalTable;

    /// <summary>Nothing more will happen in it.</summary>
    public static bool IsOver(this TournamentStatus status) => status is TournamentStatus.Completed or TournamentStatus.Cancelled;
}
