using System.Globalization;

namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary>A row of <c>blind_structure.csv</c>: a level, or a break.</summary>
internal sealed record LevelEntry : ICsvEntry
{
    /// <summary>Number of the level; of a break, the level that it follows.</summary>
    public required int Level { get; init; }

    /// <summary>Chips; 0 in a break.</summary>
    public required long SmallBlind { get; init; }

    /// <inheritdoc cref="SmallBlind"/>
    public required long BigBlind { get; init; }

    /// <summary>Chips: of each player, or of the big blind for all; 0 for none.</summary>
    public long Ante { get; init; }

    /// <summary>The big blind pays the ante for all.</summary>
    public bool IsBigBlindAnte { get; init; }

    public required int DurationMinutes { get; init; }

    public bool IsBreak { get; init; }

    public string? BreakName { get; init; }

    /// <summary>A level and the break after it may bear one number.</summary>
    public string Key => Level.ToString(CultureInfo.InvariantCulture) + (IsBreak ? " break" : "");
}
